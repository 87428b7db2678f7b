import { Invalid } from '../../../shared/errors/domain-error.ts';

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;

/** Cents as whole numbers, so that sums are exact. */
export function cents(amount: string): bigint {
  const [units = '', fraction = ''] = amount.split('.');
  return BigInt(units + fraction.padEnd(2, '0'));
}

/** As `numeric(14, 2)` gives it back: `125050n` is `1250.50`. */
export function toAmount(cents: bigint): string {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The cents of an amount that a caller gives; throws Invalid for one that cannot be stored to the cent. */
export function centsIn(field: string, amount: string): bigint {
  if (AMOUNT.test(amount)) return cents(amount);
  throw new Invalid(
    `\`${field}\` is an amount like "1250.50", not below zero and exact to the cent; got "${amount}".`,
    {
      field,
      value: amount,
    },
  );
}

/** As `centsIn`, and throws Invalid for nothing at all. */
export function positiveCentsIn(field: string, amount: string): bigint {
  const given = centsIn(field, amount);
  if (given > 0n) return given;
  throw new Invalid(`\`${field}\` must be above zero; got "${amount}".`, { field, value: amount });
}
