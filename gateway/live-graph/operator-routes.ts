import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { targetOf } from '../../shared/http/target.ts';
import { type Caller, isAnonymous, runsHub } from '../../shared/trust/caller.ts';
import { newAddressProblem } from '../publish-check/check-publication.ts';
import { addressProblem } from '../publish-check/subgraph-address.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import type { LiveGraph } from './live-graph.ts';
import type { Outcome } from './outcome.ts';
import type { Publisher } from './publisher.ts';

const LARGEST_SDL = 16 * 1024 * 1024;
const SUBGRAPH = /^\/subgraphs\/([\w.-]+)$/;

export const isOperatorPath = (path: string): boolean => path === '/supergraph' || SUBGRAPH.test(path);

export interface OperatorParts {
  graph: LiveGraph<GatewayContext>;
  publisher: Publisher;
  /** Where subgraphs may be, beside this machine. */
  subgraphHosts?: ReadonlySet<string>;
}

/** `GET` and `PUT /supergraph`, `PUT /subgraphs/<name>`: for whoever may write to the hub. */
export async function answerOperator(
  request: IncomingMessage,
  response: ServerResponse,
  caller: Caller,
  { graph, publisher, subgraphHosts = new Set() }: OperatorParts,
): Promise<void> {
  if (!runsHub(caller)) return deny(response, caller);
  const { path, search } = targetOf(request);
  const query = new URLSearchParams(search);
  const refuseBreaking = query.get('refuse') === 'breaking';
  const name = SUBGRAPH.exec(path)?.[1];

  if (request.method === 'GET' && !name) {
    response.writeHead(200, { 'content-type': 'application/graphql; charset=utf-8', 'cache-control': 'no-store' });
    response.end(graph.current.engine.supergraph);
    return;
  }
  if (request.method !== 'PUT') {
    response.setHeader('allow', name ? 'PUT' : 'GET, PUT');
    return refuse(response, 405, 'METHOD_NOT_ALLOWED', 'An SDL is published with PUT.');
  }
  const url = query.get('url') ?? undefined;
  const problem = url === undefined ? null : addressProblem(url, subgraphHosts);
  if (problem) return refuse(response, 400, 'BAD_REQUEST', `The parameter \`url\` is not taken. ${problem}`);
  const meant = query.getAll('allow');
  const allowed = { rights: meant.includes('rights'), takeover: meant.includes('takeover') };
  const sdl = await readBody(request, LARGEST_SDL);
  const elsewhere = name ? null : newAddressProblem(graph.current.engine.supergraph, sdl, subgraphHosts);
  if (elsewhere) return refuse(response, 400, 'BAD_REQUEST', `The supergraph is not taken. ${elsewhere}`);
  const outcome = name
    ? await publisher.publish({ name, url, refuseBreaking, allowed, sdl: sdl || undefined })
    : await graph.take({ supergraph: sdl, from: 'a push', refuseBreaking, allowed });
  answerOutcome(response, outcome);
}

function deny(response: ServerResponse, caller: Caller): void {
  const [status, code] = isAnonymous(caller) ? ([401, 'UNAUTHENTICATED'] as const) : ([403, 'FORBIDDEN'] as const);
  if (isAnonymous(caller)) response.setHeader('www-authenticate', 'Bearer');
  refuse(
    response,
    status,
    code,
    'The supergraph is for whoever runs the hub: send the operator token, or one with hub:write, as `Authorization: Bearer …`.',
  );
}

function answerOutcome(response: ServerResponse, outcome: Outcome): void {
  const { status, body } = answerOf(outcome);
  answerJson(response, status, body);
}

function answerOf(outcome: Outcome): { status: number; body: unknown } {
  if (outcome.outcome === 'live') {
    const { outcome: _, ...body } = outcome;
    return { status: 200, body };
  }
  if (outcome.outcome === 'superseded') {
    const message = 'A newer supergraph came before this one was tried.';
    return { status: 409, body: { errors: [{ message, extensions: { code: 'SUPERSEDED' } }] } };
  }
  const { code, reasons, breaks = [], findings } = outcome;
  const errors = reasons.map((message) => ({ message, extensions: { code } }));
  return { status: code === 'SUBGRAPH_UNAVAILABLE' ? 503 : 422, body: { errors, breaks, findings } };
}
