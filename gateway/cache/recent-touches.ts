import type { Dependency } from '../engine/dependencies/dependency.ts';
import { EVERYTHING, type Touched } from './touch.ts';

const KEPT = 50_000;

/**
 * Remembers for a while what was touched, in order. A subgraph may have been asked before a write and its answer be
 * there after the write was told: such an answer is old before it is kept.
 */
export class RecentTouches {
  readonly #kept: number;
  readonly #last = new Map<Dependency, number>();
  #now = 0;
  /** Of what was touched until then, not all is known any more. */
  #forgotten = 0;

  constructor(kept = KEPT) {
    this.#kept = kept;
  }

  /** How many touches there were: whoever begins now has to ask about those behind it. */
  get now(): number {
    return this.#now;
  }

  note(touched: Touched): void {
    this.#now++;
    if (touched === EVERYTHING) {
      this.#last.clear();
      this.#forgotten = this.#now;
      return;
    }
    for (const dependency of touched) {
      this.#last.delete(dependency); // and in again, as the newest
      this.#last.set(dependency, this.#now);
    }
    for (const [dependency, touch] of this.#last) {
      if (this.#last.size <= this.#kept) break;
      this.#last.delete(dependency);
      this.#forgotten = touch;
    }
  }

  /** Whether any of these may have been touched behind a touch. */
  anySince(touch: number, dependencies: Iterable<Dependency>): boolean {
    if (touch === this.#now) return false;
    if (touch < this.#forgotten) return true;
    for (const dependency of dependencies) if ((this.#last.get(dependency) ?? 0) > touch) return true;
    return false;
  }
}
