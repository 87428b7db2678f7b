import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { Cell, CountTable } from './count-table.ts';
import { exchanged, shifted, sum, transposed } from './exchange.ts';

/** Two traits at once: `cells[a][b]` counts who are in category a of the one and b of the other. All tables are of one tree. */
export interface Crossing {
  readonly traits: readonly [string, string];
  readonly cells: readonly (readonly CountTable[])[];
}

/** A breakdown by one trait, a table for each category. */
export type Singles = ReadonlyMap<string, readonly CountTable[]>;

/** Where a crossing is published that would tell too much of the territories beneath. */
export interface TellingCrossing {
  readonly crossing: Crossing;
  readonly place: number;
}

/**
 * A crossing together with its margins, which are published beneath, is a table in three dimensions of which all sums are
 * known; no rule for its lines makes that safe. So for each count that it must not tell two worlds are sought that look the same from
 * outside, in which the count differs by the threshold: people change places, from the real counts on, in pairs of
 * territories. Where there are none, the crossing is named. `earlier` are tables of the same crossings in earlier
 * releases with the same counts, any category of each. Beneath the regions the rule for one trait stands.
 */
export function crossingsThatTell(
  totals: CountTable,
  singles: Singles,
  crossings: readonly Crossing[],
  earlier: ReadonlyMap<Crossing, readonly CountTable[]> = new Map(),
): TellingCrossing[] {
  const world = new World(totals, singles, crossings, earlier);
  const found: TellingCrossing[] = [];
  for (const place of totals.cells.keys()) {
    if (world.isBeneathRows(place)) continue;
    for (const crossing of crossings) {
      const above = world.above(crossing, place);
      if (above >= 0 && above !== place && world.tellsCell(crossing, place)) found.push({ crossing, place: above });
    }
    for (const trait of singles.keys()) {
      const telling = crossings.filter(({ traits }) => traits.includes(trait));
      const above = telling.filter((crossing) => world.above(crossing, place) >= 0);
      if (above.length === 0 || !world.tellsMargin(trait, above, place)) continue;
      for (const crossing of above) found.push({ crossing, place: world.above(crossing, place) });
    }
  }
  return found;
}

class World {
  private readonly cells: readonly Cell[];
  private readonly singles: Singles;
  private readonly aboveOf: Map<Crossing, Int32Array>;
  private readonly groupOf: Map<Crossing, string[]>;
  private readonly marginGroups = new Map<string, string[]>();
  private readonly singleAbove: Map<string, Int32Array>;
  /** The territories between which people change places, by each one that they are in. */
  private readonly rowsIn: number[][];
  private readonly rows: number[] = [];

  constructor(
    totals: CountTable,
    singles: Singles,
    crossings: readonly Crossing[],
    earlier: ReadonlyMap<Crossing, readonly CountTable[]>,
  ) {
    this.cells = totals.cells;
    this.singles = singles;
    const placeOf = new Map(this.cells.map((cell, place) => [cell, place]));
    const parents = this.cells.map(({ parent }) => (parent && placeOf.get(parent)) ?? -1);
    const nearest = (isTold: (place: number) => boolean): Int32Array => {
      const above = new Int32Array(parents.length);
      for (const [place, parent] of parents.entries()) above[place] = isTold(place) ? place : (above[parent] ?? -1);
      return above;
    };
    const toldIn = (table: CountTable | undefined) => (place: number) => table?.cells[place]?.hidden === false;
    this.aboveOf = new Map(crossings.map((crossing) => [crossing, nearest(toldIn(crossing.cells[0]?.[0]))]));
    this.singleAbove = new Map([...singles].map(([trait, tables]) => [trait, nearest(toldIn(tables[0]))]));
    this.groupOf = new Map(
      crossings.map((crossing) => {
        const before = (earlier.get(crossing) ?? []).map((table) => {
          const told = new Map(table.cells.map(({ code, hidden }) => [code, !hidden]));
          return nearest((place) => told.get(this.cells[place]?.code ?? '') ?? false);
        });
        const all = [this.aboveOf.get(crossing) ?? [], ...before];
        return [crossing, this.cells.map((_, place) => all.map((above) => above[place]).join())];
      }),
    );

    this.rowsIn = this.cells.map(() => []);
    for (const [place, cell] of this.cells.entries()) {
      if (!isRow(cell)) continue;
      this.rows.push(place);
      for (let at = place; at >= 0; at = parents[at] ?? -1) this.rowsIn[at]?.push(place);
    }
  }

  /** The nearest place at or above which the crossing is told; -1 where it is not. */
  above(crossing: Crossing, place: number): number {
    return this.aboveOf.get(crossing)?.[place] ?? -1;
  }

  isBeneathRows(place: number): boolean {
    return this.rowsIn[place]?.length === 0;
  }

  tellsCell(crossing: Crossing, place: number): boolean {
    const { cells, traits } = crossing;
    const total = this.cells[place];
    if (!total || (total.value === 0 && !total.hidden)) return false;
    const all = this.values(crossing, place);
    const sums = [all.map(sum), transposed(all).map(sum)];
    const areToldMargins = traits.every((trait) => this.singles.get(trait)?.[0]?.cells[place]?.hidden === false);
    if (areToldMargins && sums.some((line) => line.filter((value) => value > 0).length === 1)) return false;

    const inside = this.rowsIn[place] ?? [];
    const group = this.groupOf.get(crossing) ?? [];
    const outside = this.rows.filter((row) => group[row] === group[place] && !inside.includes(row));
    const others = outside.map((row) => this.values(crossing, row));
    const own = inside.map((row) => this.values(crossing, row));
    const above = this.values(crossing, this.above(crossing, place));
    return cells.some((line, a) =>
      line.some((_, b) => {
        if (above[a]?.[b] === 0) return false;
        if (areToldMargins && (sums[0]?.[a] === 0 || sums[1]?.[b] === 0)) return false;
        const widest = (sign: 1 | -1) =>
          Math.max(0, ...own.map((lines) => exchanged(lines, others, [a, b], sign, total.threshold)));
        return widest(1) + widest(-1) < total.threshold;
      }),
    );
  }

  tellsMargin(trait: string, crossings: readonly Crossing[], place: number): boolean {
    const tables = this.singles.get(trait) ?? [];
    const total = this.cells[place];
    const isTold = !tables[0]?.cells[place]?.hidden;
    if (!total || isTold || (total.value === 0 && !total.hidden)) return false;
    const inside = this.rowsIn[place] ?? [];
    const group = this.groupsOf(trait, crossings);
    const outside = this.rows.filter((row) => group[row] === group[place] && !inside.includes(row));
    const linesOf = (row: number) =>
      crossings.map((crossing) => {
        const values = this.values(crossing, row);
        return crossing.traits[0] === trait ? values : transposed(values);
      });
    const [ownLines, others] = [inside.map(linesOf), outside.map(linesOf)];
    const above = this.singleAbove.get(trait)?.[place] ?? -1;
    return tables.some((table, a) => {
      if (table.cells[above]?.value === 0) return false;
      const widest = (sign: 1 | -1) =>
        Math.max(0, ...ownLines.map((lines) => shifted(lines, others, a, sign, total.threshold)));
      return widest(1) + widest(-1) < total.threshold;
    });
  }

  /** Between which territories people can change places without a word of it in these crossings and in the trait itself. */
  private groupsOf(trait: string, crossings: readonly Crossing[]): string[] {
    const key = [trait, ...crossings.flatMap(({ traits }) => traits)].join();
    const known = this.marginGroups.get(key);
    if (known) return known;
    const above = this.singleAbove.get(trait);
    const groups = this.cells.map((_, row) =>
      [above?.[row], ...crossings.map((crossing) => this.groupOf.get(crossing)?.[row])].join(),
    );
    this.marginGroups.set(key, groups);
    return groups;
  }

  private values({ cells }: Crossing, place: number): number[][] {
    return cells.map((line) => line.map((table) => table.cells[place]?.value ?? 0));
  }
}

/** A region that has no other in it, or a local territory beside a region. */
function isRow({ level, parent, children }: Cell): boolean {
  const isRegion = (cell: Cell) => cell.level !== TerritoryLevel.LOCAL;
  if (level !== TerritoryLevel.LOCAL) return !children.some(isRegion);
  return parent === null || parent.children.some(isRegion);
}
