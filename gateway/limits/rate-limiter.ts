export interface RateLimits {
  /** Filled up again with so much each second; 0 for no limit. */
  perSecond: number;
  /** What somebody may spend who has not asked for a while. */
  burst: number;
  /** How many callers are told apart at once. */
  callers: number;
}

export const RATE_LIMITS: RateLimits = { perSecond: 50_000, burst: 500_000, callers: 100_000 };

interface Bucket {
  left: number;
  at: number;
}

/**
 * A token bucket for each caller, filled continuously, from which each request takes what it costs.
 *
 * Who has not asked for as long as a bucket takes to fill has a full one, which is what somebody new has, too; so it need not
 * be kept, and nothing else is ever dropped. When there is room for nobody else, all who are new share one bucket: a flood of
 * new callers frees nobody, and takes from none that is known. (The libraries at hand count requests by windows, or drop the oldest.)
 */
export class RateLimiter {
  readonly #limits: RateLimits;
  readonly #now: () => number;
  /** The one that asked last at the end. */
  readonly #buckets = new Map<string, Bucket>();
  readonly #ofOthers: Bucket;

  /** @param now - milliseconds of a clock that never goes back */
  constructor(limits: RateLimits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
    this.#ofOthers = { left: limits.burst, at: now() };
  }

  /** How many callers have a bucket of their own. */
  get size(): number {
    return this.#buckets.size;
  }

  /** Takes what a request costs, and gives 0; or takes nothing, and gives the seconds until there is as much. */
  take(caller: string, cost: number): number {
    const { perSecond, burst } = this.#limits;
    if (perSecond === 0) return 0;
    const now = this.#now();
    this.#dropFull(now);
    const bucket = this.#bucketOf(caller, now);
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    const missing = Math.min(cost, burst) - bucket.left;
    if (missing > 0) return missing / perSecond;
    bucket.left -= Math.min(cost, burst);
    return 0;
  }

  #bucketOf(caller: string, now: number): Bucket {
    const known = this.#buckets.get(caller);
    if (!known && this.#buckets.size >= this.#limits.callers) return this.#ofOthers;
    const bucket = known ?? { left: this.#limits.burst, at: now };
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    return bucket;
  }

  #dropFull(now: number): void {
    const full = now - (this.#limits.burst / this.#limits.perSecond) * 1000;
    for (const [caller, { at }] of this.#buckets) {
      if (at > full) return;
      this.#buckets.delete(caller);
    }
  }
}
