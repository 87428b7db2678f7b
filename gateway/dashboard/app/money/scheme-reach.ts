import type { MoneySchemeFragment, MoneySumFragment } from '../graph/generated/graphql.ts';
import { amountOf, centsOf, sumsOf } from './cents.ts';

export interface Reach {
  incentives: number;
  /** Of how many incentives the rest is told: of all, but for very long schemes. */
  counted: number;
  manufactories: number;
  awarded: MoneySumFragment[];
  paid: MoneySumFragment[];
}

/** What a scheme reached: as its budget line counts it, so that what was revoked before it was paid, or given back, is not in it. */
export function reachOf({ incentives: { totalCount, nodes } }: MoneySchemeFragment): Reach {
  const less = (sum: MoneySumFragment, back: MoneySumFragment): MoneySumFragment => ({
    amount: amountOf(centsOf(sum.amount) - centsOf(back.amount)),
    currency: sum.currency,
  });
  return {
    incentives: totalCount,
    counted: nodes.length,
    manufactories: new Set(nodes.flatMap(({ manufactory }) => manufactory?.id ?? [])).size,
    awarded: sumsOf(
      nodes.map(({ status, amount, paid, returned }) => less(status === 'REVOKED' ? paid : amount, returned)),
    ),
    paid: sumsOf(nodes.map(({ paid, returned }) => less(paid, returned))),
  };
}
