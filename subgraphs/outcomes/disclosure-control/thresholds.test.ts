import { expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { thresholdsOf } from './thresholds.ts';

it('takes 10 locally and regionally, and 5 above', () => {
  expect(thresholdsOf()).toEqual({ LOCAL: 10, REGIONAL: 10, NATIONAL: 5, EUROPEAN: 5 });
});

it('may be made stricter, or less strict down to three', () => {
  expect(thresholdsOf({ [TerritoryLevel.LOCAL]: 3, [TerritoryLevel.EUROPEAN]: 20 })).toMatchObject({
    LOCAL: 3,
    EUROPEAN: 20,
  });
});

it.each([2, 0, -10, 4.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p, and says for which level', (threshold) => {
  expect(() => thresholdsOf({ [TerritoryLevel.REGIONAL]: threshold })).toThrow(
    `The threshold of the level REGIONAL is ${threshold}. It must be a whole number of at least 3.`,
  );
});
