import { expect, it } from '@jest/globals';
import { cellOf, hiddenIn, tableOf } from '../../../test/disclosure/tables.ts';
import type { CountTable } from './count-table.ts';
import { hideByEarlierPeriods, hideByEarlierReleases } from './over-time.ts';
import { suppress } from './suppress.ts';

/** The last of the counts of `a`, after all before it were published in their turn. */
function isHidden(measure: 'STOCK' | 'CUMULATIVE', ...counts: number[]): boolean {
  const earlier: CountTable[] = [];
  for (const [index, a] of counts.entries()) {
    const table = tableOf({ a }, { period: `${2020 + index}` });
    hideByEarlierPeriods(table, earlier, measure);
    suppress(table);
    earlier.push(table);
  }
  return earlier.at(-1)?.cells[0]?.hidden ?? false;
}

it.each(['STOCK', 'CUMULATIVE'] as const)('keeps a hidden %s hidden until it has moved by many', (measure) => {
  expect(isHidden(measure, 8, 12)).toBe(true);
  expect(isHidden(measure, 8, 50)).toBe(true);
  expect(isHidden(measure, 8, 12, 21)).toBe(true);
  expect(isHidden(measure, 8, 12, 22)).toBe(false);
});

it('tells a hidden stock again where it has not moved, and is large', () => {
  expect(isHidden('STOCK', 8, 12, 12)).toBe(false);
  expect(isHidden('STOCK', 8, 8)).toBe(true);
});

it('hides a cumulative count that grew by a few since it was last told, but not a stock', () => {
  expect(isHidden('CUMULATIVE', 100, 103)).toBe(true);
  expect(isHidden('CUMULATIVE', 100, 103, 103)).toBe(true);
  expect(isHidden('CUMULATIVE', 100, 110)).toBe(false);
  expect(isHidden('CUMULATIVE', 100, 100)).toBe(false);
  expect(isHidden('STOCK', 100, 103)).toBe(false);
});

it('keeps hidden under a new code what was hidden under the old one', () => {
  const before = tableOf({ region: { old: 3, b: 20, c: 90 } });
  suppress(before);
  const after = tableOf({ region: { new: 15, b: 40, c: 90 } }, { period: '2027' });

  hideByEarlierPeriods(after, [before], 'STOCK', new Map([['new', 'old']]));
  suppress(after);

  expect(hiddenIn(before)).toBe('b old');
  expect(hiddenIn(after)).toBe('b new');
});

it('hides in a revision all that the release before hid, however large it is now', () => {
  const first = tableOf({ region: { a: 3, b: 20, c: 90 } });
  suppress(first);
  const second = tableOf({ region: { a: 300, b: 20, c: 90 } }, { release: 2 });

  hideByEarlierReleases(second, [first]);
  suppress(second);

  expect(hiddenIn(second)).toBe('a b');
});

it('hides in a revision nothing behind a count that the release before told, and that has not changed', () => {
  const first = tableOf({ region: { a: 30, b: 20, c: 90, d: 95 } });
  suppress(first);
  const second = tableOf({ region: { a: 3, b: 20, c: 90, d: 98 } }, { release: 2 });

  hideByEarlierReleases(second, [first]);
  suppress(second);

  expect(cellOf(second, 'b').told).toBe(true);
  expect(hiddenIn(second)).toBe('a d');
});
