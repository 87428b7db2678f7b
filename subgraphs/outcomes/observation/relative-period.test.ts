import { expect, it } from '@jest/globals';
import { refusal } from '../../../test/kit/refusal.ts';
import { askedPeriods, previousPeriod } from './relative-period.ts';

const on = (day: string) => () => day;

/** For what must not depend on the day. */
const never = (): string => {
  throw new Error('The answer does not depend on today.');
};

it.each([
  ['2026', ['2026']],
  ['2026-S1', ['2026-S1']],
  ['2026-Q4', ['2026-Q4']],
  ['2026-09', ['2026-09']],
  ['LATEST', null],
])('reads %s, whatever the day is', (text, expected) => {
  expect(askedPeriods(text, never)).toEqual(expected);
});

it.each([
  ['LAST_4_QUARTERS', '2026-11-28', ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']],
  ['LAST_4_QUARTERS', '2026-12-31', ['2025-Q4', '2026-Q1', '2026-Q2', '2026-Q3']],
  ['LAST_4_QUARTERS', '2027-01-01', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']],
  ['LAST_1_QUARTER', '2026-04-01', ['2026-Q1']],
  ['LAST_2_HALVES', '2026-06-30', ['2025-S1', '2025-S2']],
  ['LAST_2_HALVES', '2026-07-01', ['2025-S2', '2026-S1']],
  ['LAST_1_HALF', '2026-07-01', ['2026-S1']],
  ['LAST_5_YEARS', '2026-11-28', ['2021', '2022', '2023', '2024', '2025']],
  ['THIS_YEAR', '2026-01-01', ['2026-S1', '2026-S2', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2026']],
  ['LAST_YEAR', '2026-01-01', ['2025-S1', '2025-S2', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2025']],
])('reads %s on %s as the periods that are over, oldest first', (text, day, expected) => {
  expect(askedPeriods(text, on(day))).toEqual(expected);
});

it.each(['', 'latest', '2026-Q5', 'LAST_0_YEARS', 'LAST_QUARTERS', 'LAST_4_MONTHS', '2026-13', 'constructor'])(
  'refuses %j, and says how a period is written',
  (text) => {
    expect(refusal(() => askedPeriods(text, never))?.extensions).toEqual({
      code: 'INVALID',
      field: 'period',
      value: text,
    });
    expect(refusal(() => askedPeriods(text, never))?.message).toMatch(/2026-Q3.*LAST_4_QUARTERS/);
  },
);

it('refuses more than 20 periods, and names the limit', () => {
  expect(askedPeriods('LAST_20_QUARTERS', on('2026-01-01'))).toHaveLength(20);
  expect(refusal(() => askedPeriods('LAST_21_QUARTERS', never))?.extensions).toMatchObject({ limit: 20 });
});

it.each([
  ['2026', '2025'],
  ['2026-S2', '2026-S1'],
  ['2026-S1', '2025-S2'],
  ['2026-Q1', '2025-Q4'],
  ['2026-Q3', '2026-Q2'],
  ['2026-01', '2025-12'],
  ['2026-10', '2026-09'],
])('knows what is before %s', (label, before) => {
  expect(previousPeriod(label)).toBe(before);
});
