/** A JSON object as a subgraph gave it: only the keys that were asked for are ever read. */
export type Tree = { [key: string]: unknown };

/** Where a value stands in the merged tree: keys of the tree, and places in lists. */
export type TreePath = readonly (string | number)[];

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads what the answer itself holds, never what every object inherits (`constructor`, `__proto__`). */
export function own(tree: Tree, key: string): unknown {
  if (key === '__proto__') return Object.hasOwn(tree, key) ? tree[key] : undefined;
  const value = tree[key];
  return typeof value === 'function' ? undefined : value; // JSON has no functions, and all else that is inherited is one
}
