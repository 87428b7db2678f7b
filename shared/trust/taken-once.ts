const MOST = 200_000;

/**
 * Remembers which requests were taken, so that none is taken twice while its signature would be good. When it is full it
 * takes nothing, rather than forget: a request that was forgotten could be sent again.
 */
export class TakenOnce {
  /** In the order in which they may be forgotten, for all are remembered equally long. */
  readonly #forgottenAt = new Map<string, number>();
  readonly #milliseconds: number;
  readonly #most: number;

  /** @param milliseconds - how long after it came a request could still be good */
  constructor(milliseconds: number, most = MOST) {
    this.#milliseconds = milliseconds;
    this.#most = most;
  }

  /** Whether this one came for the first time, and is taken. */
  take(id: string, now = performance.now()): boolean {
    this.#forget(now);
    if (this.#forgottenAt.has(id) || this.#forgottenAt.size >= this.#most) return false;
    this.#forgottenAt.set(id, now + this.#milliseconds);
    return true;
  }

  #forget(now: number): void {
    for (const [id, at] of this.#forgottenAt) {
      if (at > now) return;
      this.#forgottenAt.delete(id);
    }
  }
}
