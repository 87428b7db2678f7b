import { getOperationAST } from 'graphql';
import type { Facts } from '../../shared/log/facts.ts';
import { log } from '../../shared/log/log.ts';
import { oneOf } from '../environment.ts';
import type { RequestAnswered } from '../graphql-over-http/answer-graphql.ts';
import { hashOf } from '../graphql-over-http/document-hash.ts';
import type { Read } from '../graphql-over-http/questions.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';

const CHOICES = ['failed', 'all', 'none'] as const;
/** Of which requests the log has a line: those that were not answered wholly, all, or none. */
export type RequestLog = (typeof CHOICES)[number];

export const requestLog = (environment: NodeJS.ProcessEnv): RequestLog =>
  oneOf(environment, 'LOG_REQUESTS', CHOICES, 'failed');

/** Tells the log and the trace of a request what became of it; costs nothing for one that is in neither. */
export function logRequests(which: RequestLog): RequestAnswered<GatewayContext> {
  return ({ outcome, milliseconds, status, asked: read, context }) => {
    const isLogged = which === 'all' || (which === 'failed' && outcome !== 'ok');
    const { caller, request } = context;
    if (!isLogged && !request?.span?.isKept) return;

    const asked: Facts = { ...operationIn(read), outcome, status };
    request?.span?.tell(asked);
    if (!isLogged) return;
    log.info('answered a request', {
      requestId: request?.id,
      ...asked,
      milliseconds: Math.round(milliseconds * 10) / 10,
      organisation: caller.organisationId ?? undefined,
      client: caller.client ?? undefined,
    });
  };
}

/** By name and hash: the text itself may have literals, and these may tell of people. */
function operationIn(asked: Read | undefined): Facts {
  if (!asked || 'errors' in asked) return {};
  const operation = getOperationAST(asked.document, asked.operationName)?.name?.value;
  return { operation, hash: hashOf(asked.source) };
}
