import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { targetOf } from '../../shared/http/target.ts';
import { nameRequest, requestIdOf } from '../../shared/log/current-request.ts';
import { log } from '../../shared/log/log.ts';
import type { Tracer } from '../../shared/telemetry/tracer.ts';
import { mayWrite } from '../../shared/trust/caller.ts';
import { EXPORT_FILES } from '../exports/export-file.ts';
import { answerRelease, isReleasePath } from '../exports/release-route.ts';
import { showGraphiQL, wantsPage } from '../graphiql/graphiql.ts';
import { type Identify, identifier } from '../identity/identify.ts';
import { TokenRefused } from '../identity/token-refused.ts';
import type { LiveGraph } from '../live-graph/live-graph.ts';
import { answerOperator, isOperatorPath } from '../live-graph/operator-routes.ts';
import { Publisher } from '../live-graph/publisher.ts';
import { measureExports } from '../metrics/export-metrics.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { requestOf } from '../request-log/trace-requests.ts';
import type { GatewayContext, SubgraphClient } from '../subgraph-client/send-signed.ts';
import type { LiveClients } from '../subscriptions/live-clients.ts';
import { takesEvents } from '../subscriptions/sse/event-streams.ts';
import { readiness } from './readiness.ts';

export const LARGEST_QUESTION = 1024 * 1024;
/** Whoever may write may send a register as one body. */
const LARGEST_WRITE = 16 * 1024 * 1024;

export interface HostOptions {
  graph: LiveGraph<GatewayContext>;
  client: SubgraphClient;
  operatorToken: string | undefined;
  port: number;
  registry: Registry;
  /** Those who subscribe; without it, nobody can. */
  live?: LiveClients;
  /** Says who asks; in place of the operator token. */
  identify?: Identify;
  /** Without it, nothing is traced. */
  tracer?: Tracer | undefined;
}

/**
 * Serves the graph on loopback: `/graphql` for programs and people, `/health`, `/ready`, `/metrics`,
 * `/releases/<id>/<file>`, and for the operator `/supergraph` and `/subgraphs/<name>`; `/` leads to `/graphql`.
 */
export async function serveGateway(options: HostOptions): Promise<Server> {
  const { graph, client, operatorToken, port, registry, live } = options;
  const identify = options.identify ?? identifier({ operatorToken });
  const publisher = new Publisher(graph, client.send);
  const onExported = measureExports(EXPORT_FILES.keys(), registry);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    nameRequest(request, response);
    const { path } = targetOf(request);
    switch (path) {
      case '/':
        response.writeHead(302, { location: '/graphql' }).end();
        return;
      case '/health':
        return answerJson(response, 200, { status: 'alive' });
      case '/ready': {
        const state = await readiness(graph.current.engine.subgraphs, client.send, graph.state);
        return answerJson(response, state.ready ? 200 : 503, state);
      }
      case '/metrics':
        return showMetrics(response, registry);
      case '/graphql':
        return wantsPage(request) ? showGraphiQL(response, graph.current.http) : graphql(request, response);
      default:
        if (isOperatorPath(path)) return operator(request, response);
        if (isReleasePath(path)) return release(request, response);
        return refuse(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The graph is at /graphql.`);
    }
  };

  const graphql = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = await knownSession(request, response);
    if (!session) return;
    const limit = mayWrite(session.caller) ? LARGEST_WRITE : LARGEST_QUESTION;
    const { http } = graph.current;
    const readQuestion = () => readBody(request, limit);
    if (live && takesEvents(request)) {
      return live.events.answer(request, response, readQuestion, { http, context: session });
    }
    await http.answer(request, response, readQuestion, { caller: session.caller, request: session.request });
  };

  const operator = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = await knownSession(request, response);
    if (session) await answerOperator(request, response, session.caller, { graph, publisher });
  };

  const release = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = await knownSession(request, response);
    if (!session) return;
    const context = { caller: session.caller, request: session.request };
    await answerRelease(request, response, context, { http: graph.current.http, onExported });
  };

  /** Null where the caller is not known and has been told so, or has hung up meanwhile. */
  const knownSession = async (request: IncomingMessage, response: ServerResponse): Promise<GatewayContext | null> => {
    try {
      const session = await identify(request.headers.authorization);
      return response.destroyed ? null : { ...session, request: requestOf(request, response, options.tracer) };
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      log.info('refuses a token', { requestId: requestIdOf(response), code: error.code });
      refuseToken(response, error);
      return null;
    }
  };

  const server = await serveHttp(port, answer);
  live?.sockets.serve(server, identify);
  return server;
}

/** By RFC 6750. */
function refuseToken(response: ServerResponse, { code, message }: TokenRefused): void {
  const isLasting = code !== 'ISSUER_UNREACHABLE';
  if (isLasting) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
  refuse(response, isLasting ? 401 : 503, code, message);
}
