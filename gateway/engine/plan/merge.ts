import { isTree, own, type Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';
import type { Supply } from './supply.ts';

/**
 * Lays what a fetch asked for over what is there. With `copy`, nothing of the source is shared with the target:
 * one entity may stand in several places, which later fetches fill differently.
 */
export type Merge = (target: Tree, source: Tree, copy: boolean) => void;

/** Compiles a fetch's supply to what merges its answers. */
export function compileMerge(supply: Supply, { isInterface }: TypeConditions): Merge {
  /** A subgraph with an `@interfaceObject` knows an object only by its interface: no news to those who know more. */
  function narrower(old: unknown, fresh: unknown): unknown {
    return typeof old === 'string' && typeof fresh === 'string' && !isInterface(old) ? old : fresh;
  }

  function compile(level: Supply): Merge {
    const fields = [...level].map(([key, inner]) => ({ key, inner: inner && compile(inner) }));
    return (target, source, copy) => {
      for (const { key, inner } of fields) {
        const fresh = own(source, key);
        if (fresh === undefined) continue;

        const old = own(target, key);
        if (inner) target[key] = mergeValue(old, fresh, inner, copy);
        else target[key] = key === '__typename' ? narrower(old, fresh) : (fresh ?? old ?? null);
      }
    };
  }

  return compile(supply);
}

function mergeValue(old: unknown, fresh: unknown, merge: Merge, copy: boolean): unknown {
  if (fresh === null) return old ?? null;
  if (Array.isArray(old) && Array.isArray(fresh) && old.length === fresh.length) {
    return old.map((item, index) => mergeValue(item, fresh[index], merge, copy));
  }
  if (isTree(old) && isTree(fresh)) {
    merge(old, fresh, copy);
    return old;
  }
  return copy ? copyOf(fresh, merge) : fresh;
}

function copyOf(value: unknown, merge: Merge): unknown {
  if (Array.isArray(value)) return value.map((item) => copyOf(item, merge));
  if (!isTree(value)) return value;
  const copied: Tree = {};
  merge(copied, value, true);
  return copied;
}
