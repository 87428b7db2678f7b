import { isTree, own, type Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';
import type { Supply } from './supply.ts';

/**
 * Lays what a fetch asked for over what is there. With `copy`, nothing of the source is shared with the target:
 * one entity may stand in several places, which later fetches fill differently.
 */
export type Merge = (target: Tree, source: Tree, supply: Supply, copy: boolean) => void;

export function createMerge({ isInterface }: TypeConditions): Merge {
  const merge: Merge = (target, source, supply, copy) => {
    for (const [key, inner] of supply) {
      const fresh = own(source, key);
      if (fresh === undefined) continue;

      const old = own(target, key);
      if (key === '__typename') target[key] = narrower(old, fresh);
      else target[key] = inner ? mergeValue(old, fresh, inner, copy) : (fresh ?? old ?? null);
    }
  };

  function mergeValue(old: unknown, fresh: unknown, supply: Supply, copy: boolean): unknown {
    if (fresh === null) return old ?? null;
    if (Array.isArray(old) && Array.isArray(fresh) && old.length === fresh.length) {
      return old.map((item, index) => mergeValue(item, fresh[index], supply, copy));
    }
    if (isTree(old) && isTree(fresh)) {
      merge(old, fresh, supply, copy);
      return old;
    }
    return copy ? copyOf(fresh, supply) : fresh;
  }

  function copyOf(value: unknown, supply: Supply): unknown {
    if (Array.isArray(value)) return value.map((item) => copyOf(item, supply));
    if (!isTree(value)) return value;
    const copied: Tree = {};
    merge(copied, value, supply, true);
    return copied;
  }

  /** A subgraph with an `@interfaceObject` knows an object only by its interface: no news to those who know more. */
  function narrower(old: unknown, fresh: unknown): unknown {
    return typeof old === 'string' && typeof fresh === 'string' && !isInterface(old) ? old : fresh;
  }

  return merge;
}
