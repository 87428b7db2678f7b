import { error, type Finding } from './finding.ts';
import type { Rehearsal } from './rehearse-apart.ts';

/** What a rehearsal found, as it keeps an SDL from going live. */
export const rehearsalFindings = ({ invalid, unplannable, breaks }: Rehearsal): Finding[] => [
  ...(invalid === null ? [] : [error('SUPERGRAPH_INVALID', invalid)]),
  ...unplannable.map(({ operation, reason }) =>
    error('PLANNING_FAILED', `There is no plan for ${operation}: ${reason}`),
  ),
  ...breaks.map(({ operation, reason }) => error('BREAKING_CHANGE', `Clients send ${operation}: ${reason}`)),
];
