import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Without what Chromium asks of its maker's servers, for tests speak to this machine alone. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `CHROMIUM` says where it is, if not where Debian puts it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(`There is no Chromium at ${executablePath}: apt-get install chromium, or say where in CHROMIUM.`);
  }
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // it does not run as root with one
  return chromium.launch({ executablePath, args: [...QUIET, ...sandbox] });
}

/** A window, and what went wrong in it. */
export interface Window {
  page: Page;
  /** Mistakes of the page's code, and requests to elsewhere; a test may empty it where it provoked them. */
  wrong: string[];
}

/** Opens a window of its own, with nothing kept from another. */
export async function openWindow(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    baseURL: url,
    ...options,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on('pageerror', ({ message }) => void wrong.push(message));
  page.on('console', (line) => void (line.type() === 'error' && wrong.push(line.text())));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) wrong.push(`asked ${request.url()}`);
  });
  return { page, wrong };
}

/** What axe-core finds wrong by WCAG 2.2 A and AA, and by good practice: a line for each rule and place. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document)')) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}
