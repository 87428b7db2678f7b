import type { IncomingMessage, ServerResponse } from 'node:http';
import { enterRequest, REQUEST_ID_HEADER } from '../log/current-request.ts';
import type { Tracer } from '../telemetry/tracer.ts';
import { requestIdIn } from '../trust/signed-request.ts';

/**
 * From here on what is logged and traced belongs to the request, by the id in the gateway's word for it. Only for one
 * that has been verified: so the gateway's trace is gone on with, and nobody else's.
 */
export function beginRequest(
  subgraph: string,
  { headers }: IncomingMessage,
  response: ServerResponse,
  tracer: Tracer | undefined,
): void {
  const id = requestIdIn(headers.authorization);
  const facts = { requestId: id, subgraph };
  const span = tracer?.begin('answer', 'server', facts, { parent: headers.traceparent });
  if (span) response.once('close', () => span.end(response.statusCode >= 500 ? 'failed' : undefined));
  if (!id) return;
  response.setHeader(REQUEST_ID_HEADER, id);
  enterRequest({ id, span });
}
