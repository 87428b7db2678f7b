import { isTree, own, type Tree, type TreePath } from '../tree.ts';
import type { Supply } from './supply.ts';

/** An object that an error took with it, and what was to be in it. */
export interface LostPart {
  path: TreePath;
  supply: Supply;
}

/**
 * Finds where a null moved up from an error. Another subgraph may give the same object, which then has holes that
 * this error accounts for.
 */
export function partLostBy(path: TreePath, data: Tree, supply: Supply): LostPart | null {
  let value: unknown = data;
  let level: Supply | null | undefined = supply;
  for (const [depth, step] of path.entries()) {
    if (value === null) return level ? { path: path.slice(0, depth), supply: level } : null;
    if (typeof step === 'number') {
      value = Array.isArray(value) ? value[step] : undefined;
    } else {
      level = level?.get(step);
      value = isTree(value) ? own(value, step) : undefined;
    }
  }
  return null;
}
