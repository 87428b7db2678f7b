import type { JsonWebKey } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';
import { answerJson, refuse } from '../../shared/http/json.ts';
import { BodyTooLarge, readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { targetOf } from '../../shared/http/target.ts';
import { nameRequest, requestIdOf } from '../../shared/log/current-request.ts';
import { log } from '../../shared/log/log.ts';
import type { Tracer } from '../../shared/telemetry/tracer.ts';
import { maySendFiles } from '../../shared/trust/scopes.ts';
import { isDashboardPath, type ShowDashboard } from '../dashboard/dashboard-route.ts';
import { EXPORT_FILES } from '../exports/export-file.ts';
import { answerRelease, isReleasePath } from '../exports/release-route.ts';
import { showGraphiQL, wantsPage } from '../graphiql/graphiql.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import { type Identify, identifier } from '../identity/identify.ts';
import { TokenRefused } from '../identity/token-refused.ts';
import { type OnRefused, refusalOf } from '../limits/refusal.ts';
import type { LiveGraph } from '../live-graph/live-graph.ts';
import { answerOperator, isOperatorPath } from '../live-graph/operator-routes.ts';
import { Publisher } from '../live-graph/publisher.ts';
import { measureExports } from '../metrics/export-metrics.ts';
import { showMetrics } from '../metrics/show-metrics.ts';
import { answerPerson, isPersonPath } from '../people/person-route.ts';
import { requestOf } from '../request-log/trace-requests.ts';
import type { Circuits } from '../subgraph-client/circuits.ts';
import type { GatewayContext, SubgraphClient } from '../subgraph-client/send-signed.ts';
import type { LiveClients } from '../subscriptions/live-clients.ts';
import { takesEvents } from '../subscriptions/sse/event-streams.ts';
import { answerTryOut, isTryOutPath } from '../try-out/try-out-route.ts';
import { addressReader } from './client-address.ts';
import { Door } from './door.ts';
import { HOST_SETTINGS, type HostSettings } from './host-settings.ts';
import { readiness } from './readiness.ts';
import { limitClients, SlowReaders, serverOptionsFor } from './slow-clients.ts';

export interface HostOptions {
  graph: LiveGraph<GatewayContext>;
  client: SubgraphClient;
  operatorToken: string | undefined;
  port: number;
  registry: Registry;
  /** Those who subscribe; without it, nobody can. */
  live?: LiveClients;
  /** By which subgraphs that fail are not asked; `/ready` asks by them, too, and so closes one that nobody else would try. */
  circuits?: Circuits<GatewayContext>;
  /** Says who asks; in place of the operator token. */
  identify?: Identify;
  settings?: HostSettings;
  onRefused?: OnRefused;
  /** Where new subgraphs may be, beside this machine. */
  subgraphHosts?: ReadonlySet<string>;
  /** Without it, nothing is traced. */
  tracer?: Tracer | undefined;
  /** Without it, `/` leads to `/graphql`. */
  dashboard?: ShowDashboard;
  /** Of the embedded issuer, private part and all: who has its code is given tokens to try the hub out. */
  tryOutKey?: JsonWebKey | undefined;
}

/**
 * Serves the graph on loopback: `/graphql` for programs and people, `/health`, `/ready`, `/metrics`,
 * `/releases/<id>/<file>`, `/people/<id>/data.json`, for the operator `/supergraph` and `/subgraphs/<name>`, and at `/` the dashboard,
 * which lets one choose a role by `/try-out/roles`.
 */
export async function serveGateway(options: HostOptions): Promise<Server> {
  const {
    graph,
    client,
    operatorToken,
    port,
    registry,
    live,
    settings = HOST_SETTINGS,
    onRefused = () => {},
    subgraphHosts,
    dashboard = toGraph,
  } = options;
  const door = new Door(settings);
  const addressOf = addressReader(settings.proxies);
  const readers = new SlowReaders(settings.clients.answer);
  const identify = options.identify ?? identifier({ operatorToken });
  const circuits = options.circuits ?? { send: client.send, states: () => [] };
  const publisher = new Publisher(graph, client.send);
  const onExported = measureExports(EXPORT_FILES.keys(), registry);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    nameRequest(request, response);
    readers.watch(response);
    try {
      door.checkHost(request);
      await answerPath(request, response);
    } catch (error) {
      if (error instanceof BodyTooLarge) onRefused('PAYLOAD_TOO_LARGE');
      if (!(error instanceof HttpProblem) || response.headersSent) throw error;
      const code = refusalOf(error.code);
      if (code) onRefused(code);
      refuse(response, error.status, error.code, error.message);
    }
  };

  const answerPath = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { path } = targetOf(request);
    switch (path) {
      case '/health':
        return answerJson(response, 200, { status: 'alive' });
      case '/ready': {
        const state = await readiness(graph.current.engine.subgraphs, circuits, graph.state);
        return answerJson(response, state.ready ? 200 : 503, state);
      }
      case '/metrics':
        return showMetrics(response, registry);
      case '/graphql':
        return settings.showsPage && wantsPage(request)
          ? showGraphiQL(response, graph.current.http)
          : graphql(request, response);
      default:
        if (isDashboardPath(path)) return dashboard(request, response);
        if (isOperatorPath(path)) return operator(request, response);
        if (isReleasePath(path)) return release(request, response);
        if (isPersonPath(path)) return person(request, response);
        if (isTryOutPath(path)) return tryOut(request, response);
        return refuse(response, 404, 'NOT_FOUND', `There is nothing at ${path}. The graph is at /graphql.`);
    }
  };

  const graphql = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    door.grant(request, response);
    if (door.answersPreflight(request, response)) return;
    door.checkOrigin(request);
    const session = await knownSession(request, response);
    if (!session) return;
    const { question, file } = settings.largest;
    const limit = maySendFiles(session.caller.scopes) ? file : question;
    const context = { ...session, address: addressOf(request) };
    const { http } = graph.current;
    const readQuestion = () => readBody(request, limit);
    if (live && takesEvents(request)) {
      return live.events.answer(request, response, readQuestion, { http, context });
    }
    await http.answer(request, response, readQuestion, context);
  };

  const operator = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    door.checkOrigin(request);
    const session = await knownSession(request, response);
    if (session) await answerOperator(request, response, session.caller, { graph, publisher, subgraphHosts });
  };

  const release = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    door.grant(request, response);
    if (door.answersPreflight(request, response)) return;
    if (request.headers['sec-fetch-mode'] !== 'navigate') door.checkOrigin(request); // a link to a file may be anywhere
    const session = await knownSession(request, response);
    if (!session) return;
    const context = { ...session, address: addressOf(request) };
    await answerRelease(request, response, context, { http: graph.current.http, onExported });
  };

  const person = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    door.checkOrigin(request);
    const session = await knownSession(request, response);
    if (!session) return;
    const context = { ...session, address: addressOf(request) };
    await answerPerson(request, response, context, graph.current);
  };

  const tryOut = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    door.checkOrigin(request);
    await answerTryOut(request, response, options.tryOutKey);
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

  const server = await serveHttp(port, answer, { clients: serverOptionsFor(settings.clients) });
  limitClients(server, settings.clients);
  server.once('close', () => readers.stop());
  live?.sockets.serve(server, identify, {
    addressOf,
    check(request) {
      door.checkHost(request);
      door.checkOrigin(request);
    },
  });
  return server;
}

const toGraph: ShowDashboard = (_, response) => void response.writeHead(302, { location: '/graphql' }).end();

/** By RFC 6750. */
function refuseToken(response: ServerResponse, { code, message }: TokenRefused): void {
  const isLasting = code !== 'ISSUER_UNREACHABLE';
  if (isLasting) response.setHeader('www-authenticate', 'Bearer error="invalid_token"');
  refuse(response, isLasting ? 401 : 503, code, message);
}
