import type { CountedIndicator } from '../indicator/indicator-definition.ts';

type Unit = Pick<CountedIndicator, 'decimals' | 'unit'>;

/** The shape of a value; its digits are few enough for all that follows. */
export const VALUE = /^-?\d{1,20}(\.\d{1,20})?$/;

/** Reads a value in the indicator's unit as a whole number of its last digit; gives the reason as text where it is none. */
export function wholeNumberOf(text: string, { decimals, unit }: Unit): number | string {
  if (text.startsWith('-')) return 'is negative; nothing counts less than 0';
  const [units = '', fraction = ''] = text.split('.');
  if (fraction.length > decimals) {
    return decimals === 0 ? `is no whole number of ${unit}` : `has more than ${decimals} digits behind the point`;
  }
  const whole = BigInt(units + fraction.padEnd(decimals, '0'));
  return whole <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(whole) : `is more ${unit} than can be counted exactly`;
}

/** Writes a whole number of the last digit in the unit again. */
export function inUnit(whole: number, { decimals }: Unit): string {
  if (decimals === 0) return String(whole);
  const digits = String(whole).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
