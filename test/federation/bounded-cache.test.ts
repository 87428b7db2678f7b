import { expect, it } from '@jest/globals';
import { BoundedCache } from '../../gateway/engine/bounded-cache.ts';

it('keeps no more than its limit, and drops the oldest first', () => {
  const cache = new BoundedCache<string>(2);
  for (const key of ['a', 'b', 'c']) cache.remember(key, () => `first ${key}`);

  expect(cache.remember('c', () => 'second c')).toBe('first c');
  expect(cache.remember('b', () => 'second b')).toBe('first b');
  expect(cache.remember('a', () => 'second a')).toBe('second a');
});

it('does not keep what is made of a text that is longer than documents are', () => {
  const cache = new BoundedCache<string>(2);
  const long = 'x'.repeat(64 * 1024 + 1);
  for (const key of ['a', long]) cache.remember(key, () => 'first');

  expect(cache.remember(long, () => 'second')).toBe('second');
  expect(cache.remember('a', () => 'second')).toBe('first');
});

it('drops the oldest, too, where the texts together are too long', () => {
  const cache = new BoundedCache<string>(1000);
  const keys = Array.from({ length: 17 }, (_, i) => `${i} `.padEnd(64 * 1024));
  for (const key of keys) cache.remember(key, () => 'first');

  expect(keys.map((key) => cache.get(key))).toEqual([undefined, ...Array(16).fill('first')]);
});

it('measures the text that is remembered, where it is not the key', () => {
  const cache = new BoundedCache<string>(2, (_, text) => text.length);

  expect(cache.remember('hash', () => 'x'.repeat(64 * 1024 + 1))).toHaveLength(64 * 1024 + 1);
  expect(cache.get('hash')).toBeUndefined();
});
