import { expect, it } from '@jest/globals';
import { erasOf, type Protected } from './eras.ts';

const protectedOver = (protectedFrom: string, protectedUntil: string, lastStep?: string): Protected =>
  ({
    protectedFrom,
    protectedUntil,
    supportSteps: lastStep ? [{ startsOn: lastStep, percent: 50 }] : [],
  }) as unknown as Protected;

it('puts periods that are years apart on scales of their own, the latest first', () => {
  const [early, next, late] = [
    protectedOver('2006-03-01', '2007-02-28', '2008-01-01'),
    protectedOver('2007-02-01', '2008-01-31'),
    protectedOver('2024-09-01', '2025-08-31'),
  ];

  expect(erasOf([late, next, early])).toEqual([
    { from: '2024-09-01', until: '2025-08-31', rows: [late] },
    { from: '2006-03-01', until: '2008-01-31', rows: [early, next] },
  ]);
});

it('has no scale where nothing was protected', () => {
  expect(erasOf([])).toEqual([]);
});
