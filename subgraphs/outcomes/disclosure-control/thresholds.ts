import { Invalid } from '../../../shared/errors/domain-error.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';

/** For each level, the smallest number of people that is told; from 1 to one less, a count is hidden. */
export type Thresholds = Readonly<Record<TerritoryLevel, number>>;

/** Of two people in a cell each learns the other. */
const LEAST = 3;

const DEFAULTS: Thresholds = {
  [TerritoryLevel.LOCAL]: 10,
  [TerritoryLevel.REGIONAL]: 10,
  [TerritoryLevel.NATIONAL]: 5,
  [TerritoryLevel.EUROPEAN]: 5,
};

/** The thresholds of a deployment: configuration, never an argument of a query. */
export function thresholdsOf(changes: Partial<Thresholds> = {}): Thresholds {
  const thresholds = { ...DEFAULTS, ...changes };
  for (const [level, threshold] of Object.entries(thresholds)) {
    if (Number.isInteger(threshold) && threshold >= LEAST) continue;
    throw new Invalid(
      `The threshold of the level ${level} is ${threshold}. It must be a whole number of at least ${LEAST}.`,
      { field: level },
    );
  }
  return thresholds;
}
