import { expect, it } from '@jest/globals';
import { retainedUntil, retentionYears } from './retention.ts';

it('keeps papers for five years behind the year in which somebody left, unless another number is set', () => {
  expect(retainedUntil('2026-01-01', '2026-01-01')).toBe('2031-12-31');
  expect(retainedUntil('2026-12-31', '2026-12-31')).toBe('2031-12-31');
  expect(retentionYears({})).toBe(5);
  expect(retentionYears({ PEOPLE_RETENTION_YEARS: '0' })).toBe(0);
  expect(retentionYears({ PEOPLE_RETENTION_YEARS: '100' })).toBe(100);
});

it('keeps papers from the later of the day of leaving and the day on which it was recorded', () => {
  expect(retainedUntil('2006-06-30', '2026-01-01')).toBe('2031-12-31');
  expect(retainedUntil('2027-01-01', '2026-12-31')).toBe('2032-12-31');
});

it.each(['101', '-1', '1.5', 'ten', '1e1', ' 5'])('denies to start with PEOPLE_RETENTION_YEARS=%s', (years) => {
  expect(() => retentionYears({ PEOPLE_RETENTION_YEARS: years })).toThrow(/is no whole number of years from 0 to 100/);
});
