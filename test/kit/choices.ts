/**
 * A row of random numbers, read one after the other; behind its end every choice is the first one.
 *
 * So whatever is made of choices shrinks as its row does: a shorter row, or one with smaller numbers, makes something
 * plainer, and there is no row that makes nothing.
 */
export class Choices {
  readonly #row: ArrayLike<number>;
  #read = 0;

  constructor(row: ArrayLike<number>) {
    this.#row = row;
  }

  /** Numbers that look random, and are the same each time. */
  static seeded(seed: number, length = 100_000): Choices {
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 8;
    };
    return new Choices(Array.from({ length }, next));
  }

  below(limit: number): number {
    return (this.#row[this.#read++] ?? 0) % limit;
  }

  /** True in so many of a hundred cases, and false behind the end of the row. */
  chance(percent: number): boolean {
    return 99 - this.below(100) < percent;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }

  /** Each of the items with the same chance, in their order. */
  some<T>(items: readonly T[], percent = 50): T[] {
    return items.filter(() => this.chance(percent));
  }
}
