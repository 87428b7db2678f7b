import { COUNTED_PEOPLE } from './counted-people.ts';
import { ESF_PLUS_PARTICIPANTS } from './esf-plus-participants.ts';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { COUNTED_MANUFACTORIES, DERIVED_MANUFACTORIES } from './manufactories.ts';
import { RESULTS_OF_PEOPLE } from './results-of-people.ts';
import { COUNTED_SUPPORT_AND_MARKET, DERIVED_SUPPORT_AND_MARKET } from './support-and-market.ts';

/** Every indicator, those that are counted first. */
export const CATALOGUE: readonly IndicatorDefinition[] = [
  ...COUNTED_PEOPLE,
  ...COUNTED_MANUFACTORIES,
  ...COUNTED_SUPPORT_AND_MARKET,
  ...ESF_PLUS_PARTICIPANTS,
  ...RESULTS_OF_PEOPLE,
  ...DERIVED_MANUFACTORIES,
  ...DERIVED_SUPPORT_AND_MARKET,
];

const byCode = new Map(CATALOGUE.map((indicator) => [indicator.code, indicator]));

/** Null where no indicator has the code. */
export const findIndicator = (code: string): IndicatorDefinition | null => byCode.get(code) ?? null;
