import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { keyToUuid } from '../../shared/register/key.ts';
import { startWithDemo } from '../kit/demo-hub.ts';
import { Hub } from '../kit/hub.ts';
import { openBrowser, openWindow, type Window } from './browser.ts';

/** The municipality of the partnership that works today. */
export const TRZEBINIA = 'PL_1203053';

/** The pages, each as a link leads to it. */
export const PAGES = {
  overview: '/?territory=PL21',
  map: '/map?territory=PL21&indicator=NH-F2',
  manufactories: '/manufactories?territory=PL_1203053',
  money: '/money?territory=PL_1203053',
  community: '/community?territory=PL21',
  partners: '/partners?territory=PL_1203053',
  story: `/manufactories/Manufactory_${keyToUuid('latawiec/manufaktura-sprezyna')}`,
} as const;

export const PAGE_NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** A hub with the demo, and a browser that looks at it. */
export class DashboardUnderTest {
  readonly hub = new Hub();
  #browser: Browser;

  async start(): Promise<void> {
    await startWithDemo(this.hub);
    this.#browser = await openBrowser();
  }

  async end(): Promise<void> {
    await this.#browser?.close();
    await this.hub.remove();
  }

  /** A window of somebody without a token. */
  open(options?: BrowserContextOptions): Promise<Window> {
    return openWindow(this.#browser, this.hub.url.slice(0, -1), options);
  }

  /** A window of somebody who has chosen a role, by the address that `npm start` printed. */
  async openAs(role: string): Promise<Window> {
    const window = await this.open();
    const address = /http\S+#try-out=\S+/.exec(this.hub.output)?.[0] ?? '';
    await window.page.goto(address);
    await window.page.getByRole('button', { name: 'Sign in' }).click();
    await window.page.getByRole('dialog').getByRole('button', { name: role }).click();
    await window.page.getByRole('button', { name: 'Sign out' }).waitFor();
    return window;
  }
}

/** Until what was asked is here, and nothing is awaited any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.notice.awaited').first().waitFor({ state: 'detached' });
}
