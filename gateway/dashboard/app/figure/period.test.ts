import { expect, it } from '@jest/globals';
import { isPeriodOf, periodBefore, placeOf } from './period.ts';

it('finds the period before, of the same length, also in the year before', () => {
  const labels = ['2025', '2026-Q3', '2026-Q1', '2026-S1'];

  expect(labels.map(periodBefore)).toEqual(['2024', '2026-Q2', '2025-Q4', '2025-S2']);
});

it('numbers periods that follow each other without a gap', () => {
  const places = ['2025-Q3', '2025-Q4', '2026-Q1'].map(placeOf);

  expect(places.map((place) => place - (places[0] ?? 0))).toEqual([0, 1, 2]);
});

it('knows of which dataset a period is', () => {
  expect([isPeriodOf('PEOPLE', '2025'), isPeriodOf('MANUFACTORIES', '2026-Q3')]).toEqual([true, true]);
  expect([isPeriodOf('PEOPLE', '2026-Q3'), isPeriodOf('MANUFACTORIES', '2025')]).toEqual([false, false]);
});
