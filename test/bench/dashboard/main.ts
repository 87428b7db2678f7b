import type { Browser, CDPSession } from 'playwright-core';
import { openBrowser, openWindow } from '../../browser/browser.ts';
import { Hub } from '../../kit/hub.ts';
import { median } from '../gateway/median.ts';
import { percentile } from '../live/percentiles.ts';

/** `npm run bench -- dashboard`: what a first view costs a browser that has nothing kept. */
const VIEWS = 15;
/** Each page, and the first of its own figures. */
const PAGES = {
  '/': '.outcome .value',
  '/map': '.choropleth path',
  '/manufactories': '.manufactory',
  '/money': '.figure .value',
  '/community': '.card',
  '/partners': '.card',
};

/** In the browser: notes when the first figure came. */
const watchFor = (figure: string): string => `
  const look = () => document.querySelector('main ${figure}') && (window.firstFigure ??= performance.now());
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
`;
/** In milliseconds behind the last byte of the HTML. */
const UNTIL_FIGURES = "window.firstFigure - performance.getEntriesByType('navigation')[0].responseEnd";

interface View {
  milliseconds: number;
  /** Compressed, as they came. */
  scriptBytes: number;
  allBytes: number;
  outside: string[];
}

async function view(browser: Browser, url: string, path: string, figure: string): Promise<View> {
  const { page, wrong } = await openWindow(browser, url);
  const session: CDPSession = await page.context().newCDPSession(page);
  const scripts = new Set<string>();
  let [scriptBytes, allBytes] = [0, 0];
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ type, requestId }) => void (type === 'Script' && scripts.add(requestId)));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    allBytes += encodedDataLength;
    if (scripts.has(requestId)) scriptBytes += encodedDataLength;
  });
  await page.addInitScript(watchFor(figure));
  await page.goto(path);
  await page.locator(`main ${figure}`).first().waitFor({ state: 'attached' });
  const milliseconds = (await page.evaluate(UNTIL_FIGURES)) as number;
  await page.waitForLoadState('networkidle');
  await page.context().close();
  return { milliseconds, scriptBytes, allBytes, outside: wrong };
}

const hub = new Hub();
const browser = await openBrowser();
try {
  await hub.start();
  console.log(`Chromium ${browser.version()}, each view in a window with nothing kept, ${VIEWS} of each page\n`);
  console.log(
    '| page | first figures after the HTML, ms: median (5 % to 95 %) | script, kB compressed | all, kB | requests outside |',
  );
  console.log('|---|---|---|---|---|');
  for (const [path, figure] of Object.entries(PAGES)) {
    await view(browser, hub.url, path, figure); // the gateway has planned the page's questions by then
    const views: View[] = [];
    for (let i = 0; i < VIEWS; i++) views.push(await view(browser, hub.url, path, figure));
    const times = views.map(({ milliseconds }) => milliseconds);
    const ms = (value: number): string => value.toFixed(0);
    const kilobytes = (of: (view: View) => number): string => (median(views.map(of)) / 1000).toFixed(0);
    const spread = `${ms(median(times))} (${ms(percentile(times, 0.05))} to ${ms(percentile(times, 0.95))})`;
    const outside = new Set(views.flatMap((each) => each.outside));
    console.log(
      `| ${path} | ${spread} | ${kilobytes(({ scriptBytes }) => scriptBytes)} | ${kilobytes(({ allBytes }) => allBytes)} | ${[...outside].join(', ') || 'none'} |`,
    );
  }
} finally {
  await browser.close();
  await hub.remove();
}
