/** In turns, so that not all of many thousands are written to at once. */
const SLOTS = 12;

/** One timer that gives everybody a beat each period. */
export class Heartbeat {
  readonly #slots = Array.from({ length: SLOTS }, () => new Set<() => void>());
  readonly #timer: NodeJS.Timeout;
  #next = 0;
  #now = 0;

  constructor(period = 12_000) {
    this.#timer = setInterval(() => this.#tick(), period / SLOTS).unref();
  }

  /** Gives the function that ends it. */
  add(beat: () => void): () => void {
    const slot = this.#slots[this.#next++ % SLOTS];
    slot?.add(beat);
    return () => slot?.delete(beat);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    for (const beat of this.#slots[this.#now++ % SLOTS] ?? []) beat();
  }
}
