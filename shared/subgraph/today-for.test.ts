import { afterEach, expect, it, jest } from '@jest/globals';
import type { GraphQLResolveInfo } from 'graphql';
import { KEPT_SECONDS } from './kept-seconds.ts';
import { todayFor } from './today-for.ts';

afterEach(() => {
  jest.useRealTimers();
});

it.each([
  ['2026-01-31T12:00:00Z', '2026-01-31', KEPT_SECONDS],
  ['2026-01-31T23:59:30Z', '2026-01-31', 29],
  ['2026-01-31T23:59:59Z', '2026-01-31', 0],
  ['2026-02-01T00:00:00Z', '2026-02-01', KEPT_SECONDS],
])('lets an answer that depends on the day be kept no longer than that lasts: at %s', (now, day, maxAge) => {
  jest.useFakeTimers({ now: new Date(now) });
  const restrict = jest.fn();
  const info = { cacheControl: { cacheHint: { restrict } } } as unknown as GraphQLResolveInfo;

  expect(todayFor(info)).toBe(day);
  expect(restrict.mock.calls).toEqual([[{ maxAge }]]);
});
