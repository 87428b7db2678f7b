import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { targetOf } from '../../shared/http/target.ts';
import { type Caller, mayWrite } from '../../shared/trust/caller.ts';
import type { Engine } from '../engine/engine.ts';
import { showGraphiQL, wantsPage } from '../graphiql/graphiql.ts';
import { GraphQLOverHttp } from '../graphql-over-http/answer-graphql.ts';
import { identify } from '../identity/identify.ts';
import { measureOperations } from '../metrics/operation-metrics.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import type { GatewayContext, SubgraphClient } from '../subgraph-client/send-signed.ts';
import { readiness } from './readiness.ts';

const LARGEST_QUESTION = 1024 * 1024;
/** Whoever may write may send a register as one body. */
const LARGEST_WRITE = 16 * 1024 * 1024;

export interface HostOptions {
  engine: Engine<GatewayContext>;
  client: SubgraphClient;
  operatorToken: string | undefined;
  port: number;
  /** After so many milliseconds a query is answered with what has come. */
  queryDeadline?: number;
  registry: Registry;
  /** Whether whoever asks for it sees the plan of a request: while developing. */
  showsPlans?: boolean;
}

/**
 * Serves the graph on loopback: `/graphql` for programs and people, `/health`, `/ready`, `/metrics`; `/` leads to
 * `/graphql`.
 */
export async function serveGateway(options: HostOptions): Promise<Server> {
  const { engine, client, operatorToken, port, queryDeadline, registry, showsPlans = false } = options;
  const onAnswered = measureOperations(registry);
  const graph = new GraphQLOverHttp(engine, { queryDeadline, showsPlans, onAnswered });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { path } = targetOf(request);
    switch (path) {
      case '/':
        response.writeHead(302, { location: '/graphql' }).end();
        return;
      case '/health':
        return answerJson(response, 200, { status: 'alive' });
      case '/ready': {
        const state = await readiness(engine.subgraphs, client.send);
        return answerJson(response, state.ready ? 200 : 503, state);
      }
      case '/metrics':
        return showMetrics(response, registry);
      case '/graphql':
        return wantsPage(request) ? showGraphiQL(response, { showsPlans }) : graphql(request, response);
      default:
        return refuse(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The graph is at /graphql.`);
    }
  };

  const graphql = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const caller: Caller | null = identify(request.headers.authorization, operatorToken);
    if (!caller) {
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(
        response,
        401,
        'UNAUTHENTICATED',
        'The token is not known. Leave the header out to see what is public.',
      );
    }
    const limit = mayWrite(caller) ? LARGEST_WRITE : LARGEST_QUESTION;
    await graph.answer(request, response, () => readBody(request, limit), { caller });
  };

  return serveHttp(port, answer);
}
