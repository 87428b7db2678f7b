import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessibilityProblems } from './browser.ts';
import { DashboardUnderTest, PAGE_NAMES, PAGES, settled } from './dashboard.ts';

const dashboard = new DashboardUnderTest();
beforeAll(() => dashboard.start(), 240_000);
afterAll(() => dashboard.end(), 30_000);

const withTables = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}view=table`;

describe.each(PAGE_NAMES)('the page %s', (name) => {
  it.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)(
    'is found faultless by axe-core, %s and %i pixels wide, as charts and as tables',
    async (colorScheme, width) => {
      const { page, wrong } = await dashboard.open({
        colorScheme,
        viewport: { width, height: 900 },
        reducedMotion: 'reduce',
      });
      const path = PAGES[name];
      for (const address of [path, withTables(path)]) {
        await page.goto(address);
        await settled(page);
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      }
      expect(wrong).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});

it('is used by keyboard alone: what has the focus is seen, and the first stop leads past the navigation', async () => {
  const { page } = await dashboard.open();
  await page.goto('/');
  await settled(page);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('To the content');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');

  await page.keyboard.press('Tab');
  const focus = (await page.evaluate(
    '(({ outlineStyle, outlineWidth }) => ({ outlineStyle, outlineWidth }))(getComputedStyle(document.activeElement))',
  )) as Record<string, string>;
  expect(focus).toEqual({ outlineStyle: 'solid', outlineWidth: '3px' });
  await page.context().close();
});
