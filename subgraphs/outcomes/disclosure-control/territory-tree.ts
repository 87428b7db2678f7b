import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { TerritoryLevel } from '../../../shared/territory/territory.ts';

/** A territory as far as protection is concerned. */
export interface Place {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: TerritoryLevel;
}

export interface TreeNode {
  readonly code: string;
  /** The level whose rules hold: that of the only child, where there is one, for its figures are the same. */
  readonly level: TerritoryLevel;
  readonly parent: TreeNode | null;
  readonly children: readonly TreeNode[];
}

/** Parents before their children, children of one parent in the order of their codes. */
export type TerritoryTree = readonly TreeNode[];

interface Growing extends TreeNode {
  level: TerritoryLevel;
  children: Growing[];
}

/** The territories of one dataset; it may have several roots, since some countries stand under nobody. */
export function territoryTree(places: Iterable<Place>): TerritoryTree {
  const byParent = Map.groupBy(places, ({ parentCode }) => parentCode);
  const tree: Growing[] = childrenOf(null, byParent);
  const codes = new Set(tree.map(({ code }) => code));

  for (const node of tree) {
    node.children = childrenOf(node, byParent);
    for (const child of node.children) {
      if (codes.has(child.code)) throw new Invalid(`The territory ${child.code} is in the dataset twice.`);
      codes.add(child.code);
      tree.push(child);
    }
  }
  for (const { code, parentCode } of [...byParent.values()].flat()) {
    if (codes.has(code)) continue;
    throw new Invalid(`The territory ${code} is in the dataset, but no root is above it; ${parentCode} is its parent.`);
  }
  for (const node of tree.toReversed()) {
    const [only, another] = node.children;
    if (only && !another) node.level = only.level;
  }
  return tree;
}

function childrenOf(parent: Growing | null, byParent: ReadonlyMap<string | null, Place[]>): Growing[] {
  return (byParent.get(parent?.code ?? null) ?? [])
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, level }) => ({ code, level, parent, children: [] }));
}
