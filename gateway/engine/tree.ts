/** A JSON object as a subgraph gave it: only the keys that were asked for are ever read. */
export type Tree = { [key: string]: unknown };

/** Where a value stands in the merged tree: keys of the tree, and places in lists. */
export type TreePath = readonly (string | number)[];

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads what the answer itself holds, never what every object inherits (`constructor`, `__proto__`). */
export function own(tree: Tree, key: string): unknown {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}
