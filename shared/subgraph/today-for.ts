import type { GraphQLResolveInfo } from 'graphql';
import { today } from '../write/today.ts';
import { keptAtMost } from './kept-at-most.ts';
import { KEPT_SECONDS } from './kept-seconds.ts';

const DAY_SECONDS = 86_400;

/** Today, in UTC, for an answer that depends on it: such an answer is kept to the end of the day at most. */
export function todayFor(info: GraphQLResolveInfo): string {
  const left = DAY_SECONDS - (Math.floor(Date.now() / 1000) % DAY_SECONDS) - 1;
  keptAtMost(info, Math.min(left, KEPT_SECONDS));
  return today();
}
