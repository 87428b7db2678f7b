import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { CountedIndicator } from '../indicator/indicator-definition.ts';
import { categoriesOf } from '../indicator/trait.ts';
import type { EarlierTables } from './protect-earlier.ts';
import { isBelow, sumUp, type Territories } from './protect-territories.ts';
import type { ReleasedColumnValues } from './released-figures.ts';

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

const NOTHING: ReadonlyMap<string, number> = new Map();

/** What is public as it is, such as organisations and money; categories are published where they are complete. */
export function publicFacts(
  indicator: CountedIndicator,
  territories: Territories,
  counts: Counts,
): ReleasedColumnValues[] {
  const valuesOf = (category: string) => sumUp(territories, counts.get(category) ?? NOTHING, indicator.code);
  const all = valuesOf('');
  const below = belowLowest(indicator, territories);
  const column = (category: string, values: Float64Array, hidden: Uint8Array) => ({
    indicator: indicator.code,
    category,
    values,
    hidden,
  });
  const columns = [column('', all, below)];
  for (const traits of indicator.breakdowns) {
    const categories = categoriesOf(traits).map((category) => [category, valuesOf(category)] as const);
    const hidden = below.map((isHidden, place) => {
      const sum = categories.reduce((total, [, values]) => total + (values[place] ?? 0), 0);
      if (sum > (all[place] ?? 0)) throw tooMany(indicator.code, territories.tree[place]?.code);
      return isHidden || sum < (all[place] ?? 0) ? 1 : 0;
    });
    columns.push(...categories.map(([category, values]) => column(category, values, hidden)));
  }
  return columns;
}

function tooMany(indicator: string, territory = ''): Invalid {
  return new Invalid(
    `The categories of ${indicator} in ${territory} add up to more than all there are. Count each in one of them.`,
  );
}

/** Hours and the like: told exactly where the people are, and carried with them. */
export function hoursOf(
  indicator: CountedIndicator,
  territories: Territories,
  counts: Counts,
  people: ReleasedColumnValues,
  carried: EarlierTables | null,
): ReleasedColumnValues[] {
  if (indicator.breakdowns.length > 0)
    throw new Error(`${indicator.code} is of people, and is not broken down itself.`);
  if (carried) return carriedColumns(indicator, territories, carried);
  const values = sumUp(territories, counts.get('') ?? NOTHING, indicator.code);
  const below = belowLowest(indicator, territories);
  const hidden = people.hidden.map((isHidden, place) => (isHidden || below[place] ? 1 : 0));
  return [{ indicator: indicator.code, category: '', values, hidden }];
}

/** The columns of an indicator as an earlier release has them; hidden in territories that it did not have. */
export function carriedColumns(
  indicator: CountedIndicator,
  { tree }: Territories,
  earlier: EarlierTables,
): ReleasedColumnValues[] {
  return ['', ...indicator.breakdowns.flatMap(categoriesOf)].map((category) => {
    const former = earlier.column(indicator.code, category);
    const places = tree.map(({ code }) => earlier.territories.placeOf.get(code) ?? -1);
    return {
      indicator: indicator.code,
      category,
      values: Float64Array.from(places, (place) => former?.values[place] ?? 0),
      hidden: Uint8Array.from(places, (place) => former?.hidden[place] ?? 1),
    };
  });
}

export function belowLowest({ lowestLevel }: CountedIndicator, { tree }: Territories): Uint8Array {
  return Uint8Array.from(tree, ({ level }) => (isBelow(level, lowestLevel) ? 1 : 0));
}
