/** A JSON object as a subgraph gave it: only the keys that were asked for are ever read. */
export type Tree = { [key: string]: unknown };

/** Where a value stands in the merged tree: keys of the tree, and places in lists. */
export type TreePath = readonly (string | number)[];

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads what the answer itself holds, never what every object inherits (`constructor`, `__proto__`). */
export function own(tree: Tree, key: string): unknown {
  const value = tree[key];
  if (value === undefined || (value !== INHERITED[key] && key !== '__proto__')) return value; // nearly always
  return Object.hasOwn(tree, key) ? value : undefined;
}

const INHERITED = Object.prototype as unknown as Tree;
