import type { Tree } from '../tree.ts';

/**
 * Finds, of the objects in the places of one path, those that have the very same plain values, so that one object can
 * stand for all of them: whatever the rest of the plan does in one of the places, it does in the others, too.
 */
export class Twins {
  readonly #first = new Map<unknown, Tree>();

  /** @param hint - a value that most likely tells the object from others */
  of(object: Tree, hint: unknown): Tree {
    const first = this.#first.get(hint);
    if (!first) this.#first.set(hint, object);
    return first && areEqual(first, object) ? first : object;
  }
}

/** Of objects with something beneath them this says no, without a look at what that is. */
function areEqual(one: Tree, other: Tree): boolean {
  let more = 0;
  for (const key in one) {
    const value = one[key];
    if (value !== other[key] || (typeof value === 'object' && value !== null)) return false;
    more++;
  }
  for (const _ in other) more--;
  return more === 0;
}
