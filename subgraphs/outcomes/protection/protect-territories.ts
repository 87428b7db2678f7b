import { Invalid } from '../../../shared/errors/domain-error.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { TerritoryTree, TreeNode } from '../disclosure-control/territory-tree.ts';

const { LOCAL } = TerritoryLevel;

/** A tree of territories by places, and the upper part of it, where people may be broken down. */
export interface Territories {
  readonly tree: TerritoryTree;
  readonly placeOf: ReadonlyMap<string, number>;
  /** The place of each one's parent; -1 where it has none. */
  readonly parents: Int32Array;
  /** All above the local level, and the first local ones beneath these: of deeper ones no category is ever told. */
  readonly upper: TerritoryTree;
  /** The places of the upper part in the whole tree. */
  readonly upperPlaces: Int32Array;
}

interface Growing extends TreeNode {
  children: Growing[];
}

export function territoriesOf(tree: TerritoryTree): Territories {
  const placeOf = new Map(tree.map(({ code }, place) => [code, place]));
  const parents = Int32Array.from(tree, ({ parent }) => (parent && placeOf.get(parent.code)) ?? -1);
  const upperPlaces = Int32Array.from(
    tree.flatMap(({ level, parent }, place) => (level === LOCAL && parent?.level === LOCAL ? [] : [place])),
  );
  const grown = new Map<string, Growing>();
  for (const place of upperPlaces) {
    const node = tree[place];
    if (!node) continue;
    const parent = (node.parent && grown.get(node.parent.code)) ?? null;
    const copy: Growing = { code: node.code, level: node.level, parent, children: [] };
    parent?.children.push(copy);
    grown.set(node.code, copy);
  }
  return { tree, placeOf, parents, upper: [...grown.values()], upperPlaces };
}

/** The counts, with those of territories above summed up. */
export function sumUp(
  { tree, placeOf, parents }: Territories,
  counts: ReadonlyMap<string, number>,
  what: string,
): Float64Array {
  const values = new Float64Array(tree.length);
  for (const [code, count] of counts) {
    const place = placeOf.get(code);
    if (place === undefined) throw new Invalid(`${what} was counted for ${code}, which is outside of the dataset.`);
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new Invalid(`${what} is ${count} in ${code}. A count is a whole number from 0 on.`);
    }
    if ((tree[place]?.children.length ?? 0) > 0) {
      throw new Invalid(`${what} was counted for ${code}, which has others in it. Count in these.`);
    }
    values[place] = count;
  }
  for (let place = tree.length - 1; place >= 0; place -= 1) {
    const parent = parents[place] ?? -1;
    if (parent >= 0) values[parent] = (values[parent] ?? 0) + (values[place] ?? 0);
  }
  return values;
}

const DEPTH: readonly TerritoryLevel[] = [
  TerritoryLevel.EUROPEAN,
  TerritoryLevel.NATIONAL,
  TerritoryLevel.REGIONAL,
  TerritoryLevel.LOCAL,
];

/** Whether the level is nearer to people than the lowest at which a figure is published. */
export const isBelow = (level: TerritoryLevel, lowest: TerritoryLevel): boolean =>
  DEPTH.indexOf(level) > DEPTH.indexOf(lowest);
