import type { SubgraphError } from '../plan/subgraph-answer.ts';
import type { TreePath } from '../tree.ts';
import { Unanswered, type UnansweredCode } from '../unanswered.ts';
import type { Failure } from './report.ts';

export const DOWNSTREAM_SERVICE_ERROR = 'DOWNSTREAM_SERVICE_ERROR';
export const INTERNAL_SERVER_ERROR = 'INTERNAL_SERVER_ERROR';

/** What a subgraph may not tell the hub's clients. */
const PRIVATE = new Set(['stacktrace', 'exception', '__proto__']);

/** A subgraph's own error, with the name of who said so. */
export function subgraphFailure(subgraph: string, error: SubgraphError, path: TreePath | undefined): Failure {
  const told = Object.entries(error.extensions).filter(([key]) => !PRIVATE.has(key));
  return {
    message: error.message ?? `The subgraph "${subgraph}" reported an error without a message.`,
    path,
    extensions: { code: DOWNSTREAM_SERVICE_ERROR, ...Object.fromEntries(told), service: subgraph },
  };
}

const SAID: Record<UnansweredCode, string> = {
  DEADLINE_EXCEEDED: 'did not answer in time',
  SUBGRAPH_OVERLOADED: 'has too many requests waiting, so ask again later',
  SUBGRAPH_UNAVAILABLE: 'cannot be reached',
  CANCELLED: 'was not waited for',
};

/** A fetch that failed altogether; the cause is kept for the log, since it may name hosts and files. */
export function noAnswer(subgraph: string, kind: 'query' | 'mutation', cause: unknown): Omit<Failure, 'path'> {
  const known = cause instanceof Unanswered ? cause : undefined;
  const said = known ? SAID[known.code] : 'did not answer';
  const doubt = known?.begun === false ? ' It did not make the change.' : ' Whether it made the change is not known.';
  return {
    message: `The subgraph "${subgraph}" ${said}; its fields are null.${kind === 'mutation' ? doubt : ''}`,
    extensions: {
      code: known?.code ?? DOWNSTREAM_SERVICE_ERROR,
      service: subgraph,
      ...(known?.since === undefined ? {} : { since: known.since }),
    },
    cause,
  };
}
