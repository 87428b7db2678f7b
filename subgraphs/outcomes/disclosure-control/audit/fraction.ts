/** An exact number: floating point would call a hidden cell found out, or not, by its errors of rounding. */
export class Fraction {
  static readonly ZERO = new Fraction(0n, 1n);
  static readonly ONE = new Fraction(1n, 1n);

  private constructor(
    private readonly top: bigint,
    private readonly bottom: bigint,
  ) {}

  static of(whole: number): Fraction {
    if (whole === 0) return Fraction.ZERO;
    return whole === 1 ? Fraction.ONE : new Fraction(BigInt(whole), 1n);
  }

  get isZero(): boolean {
    return this.top === 0n;
  }

  get sign(): number {
    if (this.top === 0n) return 0;
    return this.top > 0n ? 1 : -1;
  }

  get negative(): Fraction {
    return new Fraction(-this.top, this.bottom);
  }

  plus({ top, bottom }: Fraction): Fraction {
    return reduced(this.top * bottom + top * this.bottom, this.bottom * bottom, Fraction.make);
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negative);
  }

  times({ top, bottom }: Fraction): Fraction {
    return reduced(this.top * top, this.bottom * bottom, Fraction.make);
  }

  over({ top, bottom }: Fraction): Fraction {
    if (top === 0n) throw new RangeError('A fraction was divided by zero.');
    const sign = top < 0n ? -1n : 1n;
    return reduced(this.top * bottom * sign, this.bottom * top * sign, Fraction.make);
  }

  isLessThan(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }

  toString(): string {
    return this.bottom === 1n ? `${this.top}` : `${this.top}/${this.bottom}`;
  }

  private static make(this: void, top: bigint, bottom: bigint): Fraction {
    return new Fraction(top, bottom);
  }
}

function reduced(top: bigint, bottom: bigint, make: (top: bigint, bottom: bigint) => Fraction): Fraction {
  if (bottom === 1n) return make(top, bottom);
  const divisor = commonDivisor(top < 0n ? -top : top, bottom);
  return make(top / divisor, bottom / divisor);
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
