import type { ManufactoryStatus } from '../graph/generated/graphql.ts';

/** In the order of a life; the last three are the ways that it can end in. */
export const STATUSES: readonly ManufactoryStatus[] = [
  'PREPARING',
  'PROTECTED',
  'DECISION',
  'INDEPENDENT',
  'RETAINED',
  'CLOSED',
];
