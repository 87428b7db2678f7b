import type { IncomingMessage, ServerResponse } from 'node:http';
import { type CurrentRequest, requestIdOf } from '../../shared/log/current-request.ts';
import type { Tracer } from '../../shared/telemetry/tracer.ts';
import type { SendToSubgraph } from '../engine/engine.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';

/**
 * What is known of a request while it is answered. A client's own trace is linked and not gone on with: whoever asks
 * does not decide what we keep.
 */
export function requestOf(
  { headers }: IncomingMessage,
  response: ServerResponse,
  tracer: Tracer | undefined,
): CurrentRequest {
  const id = requestIdOf(response) ?? '';
  if (!tracer) return { id };
  const span = tracer.begin('request', 'server', { requestId: id }, { link: headers.traceparent });
  response.once('close', () => span.end());
  return { id, span };
}

/** Gives each fetch a span, which the subgraph's own belongs to; fetches for an event have no request above them. */
export function traceSubgraphs(
  send: SendToSubgraph<GatewayContext>,
  tracer: Tracer | undefined,
): SendToSubgraph<GatewayContext> {
  if (!tracer) return send;
  return async (asked) => {
    const { request } = asked.context;
    const facts = { requestId: request?.id, subgraph: asked.subgraph };
    const span = (request?.span ?? tracer).begin('fetch', 'client', facts);
    try {
      const answer = await send({ ...asked, context: { ...asked.context, request: { id: request?.id ?? '', span } } });
      span.end();
      return answer;
    } catch (error) {
      span.end('failed');
      throw error;
    }
  };
}

/** The engine's `onPlanWaited`: undefined where nobody traces. */
export const tracePlanning = (tracer: Tracer | undefined) =>
  tracer &&
  (({ request }: GatewayContext, began: number): void => request?.span?.begin('plan', 'internal', {}, began).end());
