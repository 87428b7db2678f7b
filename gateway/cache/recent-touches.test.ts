import { expect, it } from '@jest/globals';
import { RecentTouches } from './recent-touches.ts';
import { EVERYTHING } from './touch.ts';

it('knows what was touched since then, and not before', () => {
  const touches = new RecentTouches();
  touches.note(['a:1']);
  const { now } = touches;
  touches.note(['a:2']);

  expect(touches.anySince(now, ['a:1', 'b:1'])).toBe(false);
  expect(touches.anySince(now, ['b:1', 'a:2'])).toBe(true);
  expect(touches.anySince(now - 1, ['a:1'])).toBe(true);
});

it('holds everything for touched where it has forgotten what was', () => {
  const touches = new RecentTouches(2);
  const { now } = touches;
  touches.note(['a:1']);
  touches.note(['a:2']);
  expect(touches.anySince(now, ['b:1'])).toBe(false);

  touches.note(['a:3']);

  expect(touches.anySince(now, ['b:1'])).toBe(true);
  expect(touches.anySince(now + 1, ['b:1'])).toBe(false);
});

it('holds everything for touched after everything was', () => {
  const touches = new RecentTouches();
  const { now } = touches;
  touches.note(EVERYTHING);

  expect(touches.anySince(now, ['b:1'])).toBe(true);
  expect(touches.anySince(touches.now, ['b:1'])).toBe(false);
});
