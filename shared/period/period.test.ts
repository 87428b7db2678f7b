import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Invalid } from '../errors/domain-error.ts';
import { parsePeriod } from './period.ts';

it.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['2026-S1', '2026-01-01', '2026-07-01'],
  ['2026-S2', '2026-07-01', '2027-01-01'],
  ['2026-Q1', '2026-01-01', '2026-04-01'],
  ['2026-Q4', '2026-10-01', '2027-01-01'],
  ['2026-02', '2026-02-01', '2026-03-01'],
  ['1999-12', '1999-12-01', '2000-01-01'],
])('reads %s as the days from %s until before %s', (label, start, end) => {
  expect(parsePeriod(label)).toEqual({ label, start, end });
});

it.each([
  '',
  '26',
  '0026',
  '2026-',
  '2026-S3',
  '2026-Q5',
  '2026-Q0',
  '2026-13',
  '2026-00',
  '2026-9',
  '2026-09-01',
  ' 2026',
])('refuses %j and says how a period is written', (label) => {
  expect(() => parsePeriod(label)).toThrow(Invalid);
  expect(() => parsePeriod(label)).toThrow('2026-Q3');
});

it('cuts every year into halves, quarters and months without a gap or an overlap', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2999 }), (year) => {
      const twelve = Array.from({ length: 12 }, (_, i) => `${i + 1}`.padStart(2, '0'));
      for (const parts of [['S1', 'S2'], ['Q1', 'Q2', 'Q3', 'Q4'], twelve]) {
        const periods = parts.map((part) => parsePeriod(`${year}-${part}`));
        const whole = parsePeriod(`${year}`);
        expect([...periods.map(({ start }) => start), whole.end]).toEqual([
          whole.start,
          ...periods.map(({ end }) => end),
        ]);
      }
    }),
    { numRuns: 50 },
  );
});
