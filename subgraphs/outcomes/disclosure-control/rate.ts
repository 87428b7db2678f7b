import type { PublishedCell } from './count-table.ts';

/** The published counts that a rate is made of; `others` are the people of `all` who are not in `some`. */
export interface RateParts {
  readonly some: PublishedCell;
  readonly others: PublishedCell;
  readonly all: PublishedCell;
}

/** In whole per cent, from published counts alone; null where it would tell of single people. */
export function publishedRate({ some, others, all }: RateParts, threshold: number): number | null {
  if (some.value === null || others.value === null || all.value === null) return null;
  if (some.value + others.value !== all.value) return null;
  if (all.value < 2 * threshold) return null;

  const smaller = Math.min(some.value, others.value);
  // That nobody or everybody is in it says something of each of them, so there must be many.
  const enough = smaller === 0 ? all.value >= 3 * threshold : smaller >= threshold;
  return enough ? Math.round((100 * some.value) / all.value) : null;
}
