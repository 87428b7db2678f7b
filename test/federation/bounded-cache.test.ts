import { expect, it } from '@jest/globals';
import { BoundedCache } from '../../gateway/engine/bounded-cache.ts';

it('keeps no more than its limit, and drops the oldest first', () => {
  const cache = new BoundedCache<string>(2);
  for (const key of ['a', 'b', 'c']) cache.remember(key, () => `first ${key}`);

  expect(cache.remember('c', () => 'second c')).toBe('first c');
  expect(cache.remember('b', () => 'second b')).toBe('first b');
  expect(cache.remember('a', () => 'second a')).toBe('second a');
});
