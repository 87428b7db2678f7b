import { TerritoryLevel } from '../../shared/territory/territory.ts';
import {
  type Place,
  type TerritoryTree,
  territoryTree,
} from '../../subgraphs/outcomes/disclosure-control/territory-tree.ts';

/** How many of each are in one above: countries, regions, NUTS 3, municipalities. */
const SHAPE: readonly (readonly [TerritoryLevel, number])[] = [
  [TerritoryLevel.EUROPEAN, 1],
  [TerritoryLevel.NATIONAL, 27],
  [TerritoryLevel.REGIONAL, 9],
  [TerritoryLevel.LOCAL, 5],
  [TerritoryLevel.LOCAL, 81],
];

/** 98,415 municipalities, about as many as the European Union has. */
export function someEurope(): TerritoryTree {
  const places: Place[] = [];
  let above: (string | null)[] = [null];
  for (const [level, width] of SHAPE) {
    const next: string[] = [];
    for (const parentCode of above) {
      for (let index = 0; index < width; index += 1) next.push(parentCode === null ? 'EU' : `${parentCode}.${index}`);
    }
    places.push(
      ...next.map((code) => ({ code, level, parentCode: code === 'EU' ? null : code.slice(0, code.lastIndexOf('.')) })),
    );
    above = next;
  }
  return territoryTree(places);
}

/** People are clustered: six municipalities of ten have nobody, three a few, and one has many. */
export function someCounts(tree: TerritoryTree, seed: number): Map<string, number> {
  let state = seed;
  const below = (limit: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const leaves = tree.filter(({ children }) => children.length === 0);
  return new Map(
    leaves.map(({ code }) => {
      const kind = below(10);
      if (kind < 6) return [code, 0];
      return [code, kind < 9 ? 1 + below(9) : 10 + below(300)];
    }),
  );
}
