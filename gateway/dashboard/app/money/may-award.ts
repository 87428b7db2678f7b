import type { MoneySchemeFragment } from '../graph/generated/graphql.ts';
import type { Session } from '../sign-in/session.tsx';

/** Whether the hub would let them award by it today: a municipality awards its own, and an operator for each. */
export function mayAward({ scopes, organisation }: Session, scheme: MoneySchemeFragment, today: string): boolean {
  const isOpen = scheme.status === 'OPEN' && (scheme.closesOn === null || scheme.closesOn >= today);
  if (!isOpen) return false;
  if (scopes.has('hub:write')) return true;
  return scopes.has('municipality:write') && organisation === (scheme.municipality?.organisation?.id ?? '');
}
