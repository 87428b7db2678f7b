import type { MoneySumFragment } from '../graph/generated/graphql.ts';

/** Exact: "1250.5" is 125050. */
export function centsOf(amount: string): bigint {
  const [, sign = '', whole = '0', part = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  const cents = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
  return sign ? -cents : cents;
}

export function amountOf(cents: bigint): string {
  const text = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** One sum for each currency: what is in different ones is never added up. */
export function sumsOf(all: readonly MoneySumFragment[]): MoneySumFragment[] {
  const sums = new Map<string, bigint>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0n) + centsOf(amount));
  return [...sums].map(([currency, cents]) => ({ amount: amountOf(cents), currency }));
}

/**
 * What somebody typed as an amount, as the graph takes it: "1 500,50", "1,500.50" and "1500.5" are the same. Null where that is
 * not clear.
 */
export function typedAmount(typed: string): string | null {
  const text = typed.replace(/[\s\u00a0\u202f']/g, '');
  const plain = /,\d{1,2}$/.test(text)
    ? text.replace(/\./g, '').replace(',', '.')
    : text.replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d{1,12}(\.\d{1,2})?$/.test(plain) ? plain : null;
}
