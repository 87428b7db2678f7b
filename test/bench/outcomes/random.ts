/** The same numbers for the same seed, on any machine (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: string) {
    this.state = 0x9e3779b9;
    for (const char of seed) this.state = Math.imul(this.state ^ char.charCodeAt(0), 0x85ebca6b) >>> 0;
  }

  /** From 0 up to, and not, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** A whole number around the mean: Poisson, by a normal curve where it is large. */
  around(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count += 1;
    return count;
  }

  /** How many of them fall in each class (multinomial); shares sum to 1. */
  split(all: number, shares: readonly number[]): number[] {
    let [left, rest] = [all, 1];
    return shares.map((share, index) => {
      const part = index === shares.length - 1 ? left : this.binomial(left, rest > 0 ? Math.min(1, share / rest) : 0);
      left -= part;
      rest -= share;
      return part;
    });
  }

  /** Shares of so many classes, uneven, around the given ones. */
  shares(count: number): number[] {
    const weights = Array.from({ length: count }, (_, index) => Math.exp(0.3 * this.normal()) / (1 + index / 2));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  }

  private binomial(trials: number, chance: number): number {
    if (trials > 50) {
      const guess = trials * chance + Math.sqrt(trials * chance * (1 - chance)) * this.normal();
      return Math.min(trials, Math.max(0, Math.round(guess)));
    }
    let hits = 0;
    for (let trial = 0; trial < trials; trial += 1) hits += Number(this.next() < chance);
    return hits;
  }
}
