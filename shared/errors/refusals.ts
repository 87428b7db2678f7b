import type { DomainCode } from './domain-error.ts';

const OF_RULES: readonly DomainCode[] = ['NOT_FOUND', 'FORBIDDEN', 'INVALID', 'CONFLICT'];

/** The codes with which a subgraph refuses something: what it says with them is meant for the caller. */
export const REFUSALS: ReadonlySet<string> = new Set([
  ...OF_RULES,
  'UNAUTHENTICATED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'POSITION_LOST',
  'NO_EVENT_LOG',
]);
