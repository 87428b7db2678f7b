import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { DashboardUnderTest, PAGE_NAMES, PAGES, settled } from './dashboard.ts';

/** With `KEEP_SCREENSHOTS=true` those that README shows are taken anew. */
const folder =
  process.env.KEEP_SCREENSHOTS === 'true'
    ? path.join(projectRoot(), 'gateway/dashboard/screenshots')
    : mkdtempSync(path.join(tmpdir(), 'screenshots-'));

const dashboard = new DashboardUnderTest();
beforeAll(() => dashboard.start(), 240_000);
afterAll(() => dashboard.end(), 30_000);

it.each(PAGE_NAMES)(
  'takes a picture of the page %s, narrow, wide and on a wall',
  async (name) => {
    mkdirSync(folder, { recursive: true });
    for (const width of [360, 1280, 1920]) {
      const { page } = await dashboard.open({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      await page.goto(PAGES[name]);
      await settled(page);
      const session = await page.context().newCDPSession(page);
      const height = Math.min((await page.evaluate('document.documentElement.scrollHeight')) as number, 2400);
      const { data } = await session.send('Page.captureScreenshot', {
        format: 'webp',
        quality: 70,
        captureBeyondViewport: true,
        clip: { x: 0, y: 0, width, height, scale: 1 },
      });
      const picture = Buffer.from(data, 'base64');
      expect(picture.length).toBeGreaterThan(5_000);
      writeFileSync(path.join(folder, `${name}-${width}.webp`), picture);
      await page.context().close();
    }
  },
  60_000,
);
