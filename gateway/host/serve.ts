import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { targetOf } from '../../shared/http/target.ts';
import { mayWrite } from '../../shared/trust/caller.ts';
import { EXPORT_FILES } from '../exports/export-file.ts';
import { answerRelease, isReleasePath } from '../exports/release-route.ts';
import { showGraphiQL, wantsPage } from '../graphiql/graphiql.ts';
import { type Identify, identify as identifyCaller, type Session } from '../identity/identify.ts';
import type { LiveGraph } from '../live-graph/live-graph.ts';
import { answerOperator, isOperatorPath } from '../live-graph/operator-routes.ts';
import { Publisher } from '../live-graph/publisher.ts';
import { measureExports } from '../metrics/export-metrics.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { answerPerson, isPersonPath } from '../people/person-route.ts';
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
}

/**
 * Serves the graph on loopback: `/graphql` for programs and people, `/health`, `/ready`, `/metrics`,
 * `/releases/<id>/<file>`, `/people/<id>/data.json`, and for the operator `/supergraph` and `/subgraphs/<name>`; `/` leads to `/graphql`.
 */
export async function serveGateway(options: HostOptions): Promise<Server> {
  const { graph, client, operatorToken, port, registry, live } = options;
  const identify = options.identify ?? ((header) => sessionOf(header, operatorToken));
  const publisher = new Publisher(graph, client.send);
  const onExported = measureExports(EXPORT_FILES.keys(), registry);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
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
        if (isPersonPath(path)) return person(request, response);
        return refuse(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The graph is at /graphql.`);
    }
  };

  const graphql = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = knownSession(request, response);
    if (!session) return;
    const limit = mayWrite(session.caller) ? LARGEST_WRITE : LARGEST_QUESTION;
    const { http } = graph.current;
    const readQuestion = () => readBody(request, limit);
    if (live && takesEvents(request)) {
      return live.events.answer(request, response, readQuestion, { http, context: session });
    }
    await http.answer(request, response, readQuestion, { caller: session.caller });
  };

  const operator = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = knownSession(request, response);
    if (session) await answerOperator(request, response, session.caller, { graph, publisher });
  };

  const release = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = knownSession(request, response);
    if (!session) return;
    await answerRelease(request, response, { caller: session.caller }, { http: graph.current.http, onExported });
  };

  const person = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const session = knownSession(request, response);
    if (session) await answerPerson(request, response, { caller: session.caller }, graph.current);
  };

  /** Null where the caller is not known and has been told so. */
  const knownSession = (request: IncomingMessage, response: ServerResponse): Session | null => {
    const session = identify(request.headers.authorization);
    if (session) return session;
    response.setHeader('www-authenticate', 'Bearer');
    const message = 'The token is not known. Leave the header out to see what is public.';
    refuse(response, 401, 'UNAUTHENTICATED', message);
    return null;
  };

  const server = await serveHttp(port, answer);
  live?.sockets.serve(server, identify);
  return server;
}

function sessionOf(authorization: string | undefined, operatorToken: string | undefined): Session | null {
  const caller = identifyCaller(authorization, operatorToken);
  return caller && { caller };
}
