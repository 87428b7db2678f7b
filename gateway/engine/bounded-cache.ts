/** The longest text that is remembered: a document of a person's or a program's is a few kilobytes. */
const LONGEST = 64 * 1024;
/** All texts of a cache together: what is made of a text takes some hundred times its memory. */
const LONGEST_TOGETHER = 1024 * 1024;

/**
 * Keeps at most `limit` values, made of no more text than a process has memory for, and drops the oldest first, so that
 * strangers' documents cannot fill the memory.
 */
export class BoundedCache<V> {
  readonly #limit: number;
  readonly #lengthOf: (key: string, value: V) => number;
  readonly #kept = new Map<string, V>();
  #length = 0;

  /** @param lengthOf - the length of the text that a value was made of, where it is not the key */
  constructor(limit: number, lengthOf: (key: string, value: V) => number = (key) => key.length) {
    this.#limit = limit;
    this.#lengthOf = lengthOf;
  }

  get size(): number {
    return this.#kept.size;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key);
  }

  remember(key: string, make: () => V): V {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;

    const made = make();
    const length = this.#lengthOf(key, made);
    if (length > LONGEST) return made;

    this.#kept.set(key, made);
    this.#length += length;
    for (const [oldest, value] of this.#kept) {
      if (this.#kept.size <= this.#limit && this.#length <= LONGEST_TOGETHER) break;
      this.forget(oldest, value);
    }
    return made;
  }

  /** Forgets the value only where it is still the one remembered. */
  forget(key: string, value: V): void {
    if (this.#kept.get(key) !== value) return;
    this.#kept.delete(key);
    this.#length -= this.#lengthOf(key, value);
  }
}
