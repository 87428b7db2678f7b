/** Keeps at most `limit` values and drops the oldest first, so that strangers' documents cannot fill the memory. */
export class BoundedCache<V> {
  readonly #limit: number;
  readonly #kept = new Map<string, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): V | undefined {
    return this.#kept.get(key);
  }

  remember(key: string, make: () => V): V {
    const known = this.#kept.get(key);
    if (known !== undefined) return known;

    const made = make();
    this.#kept.set(key, made);
    if (this.#kept.size > this.#limit) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
    return made;
  }

  /** Forgets the value only where it is still the one remembered. */
  forget(key: string, value: V): void {
    if (this.#kept.get(key) === value) this.#kept.delete(key);
  }
}
