import { publishedRate } from '../disclosure-control/rate.ts';
import type { Thresholds } from '../disclosure-control/thresholds.ts';
import {
  type DerivedIndicator,
  type Formula,
  type IndicatorDefinition,
  IndicatorSubject,
  type Part,
} from '../indicator/indicator-definition.ts';
import { isBelow, type Territories } from './protect-territories.ts';
import type { ReleasedColumnValues } from './released-figures.ts';

/** What figures are derived from: the finished columns of a release. */
export interface Derivation {
  readonly territories: Territories;
  readonly thresholds: Thresholds;
  readonly columnOf: (part: Part) => ReleasedColumnValues;
  readonly indicatorOf: (code: string) => IndicatorDefinition;
}

/** One figure that is made of others; NaN where it is a quotient of nothing. */
interface Derived {
  readonly value: number;
  readonly isHidden: boolean;
}

/** A column that is made of published ones, and tells nothing that they do not. */
export function derive(indicator: DerivedIndicator, derivation: Derivation): ReleasedColumnValues {
  const { tree } = derivation.territories;
  const values = new Float64Array(tree.length);
  const hidden = new Uint8Array(tree.length);
  const deriveAt = deriverOf(indicator, derivation);
  for (const [place, { level }] of tree.entries()) {
    const { value, isHidden } = deriveAt(place);
    values[place] = value;
    hidden[place] = isHidden || isBelow(level, indicator.lowestLevel) ? 1 : 0;
  }
  return { indicator: indicator.code, category: '', values, hidden };
}

function deriverOf(indicator: DerivedIndicator, derivation: Derivation): (place: number) => Derived {
  const { formula, decimals } = indicator;
  const scale = 10 ** decimals;
  if ('sum' in formula) {
    const sum = summed(formula.sum, derivation);
    return (place) => {
      const { value, isHidden } = sum(place);
      return { value: Math.round(value * scale), isHidden };
    };
  }
  if ('some' in formula) return ratesOf(indicator, formula, derivation);
  const [of, per] = [summed(formula.of, derivation), summed(formula.per, derivation)];
  return (place) => {
    const [above, below] = [of(place), per(place)];
    const areHidden = above.isHidden || below.isHidden;
    if (below.value === 0) return { value: Number.NaN, isHidden: areHidden };
    const value = Math.round((above.value / below.value) * formula.times * scale);
    return { value, isHidden: areHidden || below.value < formula.atLeast };
  };
}

function ratesOf(
  { decimals, subject }: DerivedIndicator,
  { some, others }: Extract<Formula, { some: readonly Part[] }>,
  derivation: Derivation,
): (place: number) => Derived {
  const { territories, thresholds } = derivation;
  const [these, those] = [summed(some, derivation), summed(others, derivation)];
  const scale = 10 ** decimals;
  return (place) => {
    const [one, other] = [these(place), those(place)];
    const areHidden = one.isHidden || other.isHidden;
    const all = one.value + other.value;
    if (all === 0) return { value: Number.NaN, isHidden: areHidden };
    if (subject !== IndicatorSubject.PERSON) {
      return { value: Math.round((100 * one.value * scale) / all), isHidden: areHidden };
    }
    const value = Math.round((100 * one.value) / all) * scale;
    const node = territories.tree[place];
    const rate =
      node &&
      publishedRate({ some: told(one), others: told(other), all: { value: all, flag: null } }, thresholds[node.level]);
    return { value, isHidden: rate === null || rate === undefined };
  };
}

const told = ({ value, isHidden }: Derived) =>
  isHidden ? ({ value: null, flag: 'c' } as const) : ({ value, flag: null } as const);

/** The sum of the parts in their unit, hidden where one of them is. */
function summed(parts: readonly Part[], { columnOf, indicatorOf }: Derivation): (place: number) => Derived {
  const columns = parts.map((part) => ({ ...columnOf(part), scale: 10 ** indicatorOf(part.indicator).decimals }));
  return (place) => {
    let value = 0;
    let isHidden = false;
    for (const { values, hidden, scale } of columns) {
      value += (values[place] ?? Number.NaN) / scale;
      isHidden ||= hidden[place] !== 0;
    }
    return { value, isHidden };
  };
}
