import { categoriesOf } from '../indicator/trait.ts';
import { protectBreakdowns } from './protect-breakdowns.ts';
import type { EarlierTables } from './protect-earlier.ts';
import type { ProtectionSteps } from './protect-steps.ts';
import { sumUp, type Territories } from './protect-territories.ts';
import { protectTotals, type TotalsToProtect } from './protect-totals.ts';
import { carriedColumns } from './public-facts.ts';
import type { ReleasedColumnValues } from './released-figures.ts';

export interface ProtectedPeople {
  readonly columns: readonly ReleasedColumnValues[];
  readonly notes: readonly string[];
  readonly carried: EarlierTables | null;
}

/** All columns of one indicator about people: how many, and who they are. */
export function protectPeople(
  asked: Omit<TotalsToProtect, 'counts'>,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  steps: ProtectionSteps,
): ProtectedPeople {
  const { indicator, territories } = asked;
  const { table, carried } = steps.part('totals', () =>
    protectTotals({ ...asked, counts: counts.get('') ?? new Map() }, steps),
  );
  if (carried) {
    const note =
      `${indicator.code} has the figures of the release before, for the new ones differ from them ` +
      'by so few people that these could be found out.';
    return { columns: carriedColumns(indicator, territories, carried), notes: [note], carried };
  }

  const values = new Map<string, Float64Array>();
  for (const category of indicator.breakdowns.flatMap(categoriesOf)) {
    const counted = counts.get(category);
    if (counted) values.set(category, sumUp(territories, counted, indicator.code));
  }
  const { breakdowns, withdrawn } = steps.part('breakdowns', () =>
    protectBreakdowns({ ...asked, counts: counts.get('') ?? new Map(), totals: table, values }, steps),
  );
  const columns: ReleasedColumnValues[] = [
    {
      indicator: indicator.code,
      category: '',
      values: Float64Array.from(table.cells, ({ value }) => value),
      hidden: Uint8Array.from(table.cells, ({ hidden }) => (hidden ? 1 : 0)),
    },
  ];
  for (const { traits, tables } of breakdowns) {
    const [first] = tables;
    const hidden = hiddenIn(territories, (index) => first?.cells[index]?.hidden ?? true);
    for (const category of categoriesOf(traits)) {
      const all = values.get(category) ?? new Float64Array(territories.tree.length);
      columns.push({ indicator: indicator.code, category, values: all, hidden });
    }
  }
  const notes = withdrawn.map(
    (traits) =>
      `${indicator.code} by ${traits.join(' and ')} is left out, for beside what else is published it could tell of a few people.`,
  );
  return { columns, notes, carried: null };
}

/** Of the whole tree, by what is hidden in its upper part; all beneath is. */
function hiddenIn({ tree, upperPlaces }: Territories, isHidden: (index: number) => boolean): Uint8Array {
  const hidden = new Uint8Array(tree.length).fill(1);
  for (const [index, place] of upperPlaces.entries()) hidden[place] = isHidden(index) ? 1 : 0;
  return hidden;
}
