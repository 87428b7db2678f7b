import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '../shared/errors/refusals.ts';
import { errorFacts } from '../shared/log/error-facts.ts';
import { log } from '../shared/log/log.ts';
import { serveUntilStopped } from '../shared/process/serve-until-stopped.ts';
import { startOrSay } from '../shared/process/start-or-say.ts';
import { projectRoot } from '../shared/reference-data/project-root.ts';
import { startTracing } from '../shared/telemetry/start-tracing.ts';
import { audienceOf } from '../shared/trust/caller.ts';
import { startCache } from './cache/start-cache.ts';
import { sharersSince, tellTouches } from './cache/tell-touches.ts';
import { gatewayConfig } from './config.ts';
import { dashboardOperations } from './dashboard/dashboard-operations.ts';
import { dashboardIn } from './dashboard/dashboard-route.ts';
import { buildEngine, type Engine } from './engine/engine.ts';
import { serveGateway } from './host/serve.ts';
import { grantedTo } from './identity/granted-to.ts';
import { identifier } from './identity/identify.ts';
import { localIssuer, signingKey } from './identity/local-issuer.ts';
import { readIssuers } from './identity/read-issuers.ts';
import { startLimits } from './limits/start-limits.ts';
import { LiveGraph } from './live-graph/live-graph.ts';
import { watchSupergraphFile } from './live-graph/watch-file.ts';
import { measureCache } from './metrics/cache-metrics.ts';
import { measureOperations } from './metrics/operation-metrics.ts';
import { measurePlanning } from './metrics/planning-metrics.ts';
import { createRegistry } from './metrics/registry.ts';
import { measureCircuits, measureLoad, measureSubgraphs } from './metrics/subgraph-metrics.ts';
import { measureSubscriptions } from './metrics/subscription-metrics.ts';
import { measureSupergraph } from './metrics/supergraph-metrics.ts';
import { rehearseApart } from './publish-check/rehearse-apart.ts';
import { operationName } from './request-log/operation-name.ts';
import { logRequests } from './request-log/request-log.ts';
import { tracePlanning, traceSubgraphs } from './request-log/trace-requests.ts';
import { breakCircuits } from './subgraph-client/circuits.ts';
import { withDeadline } from './subgraph-client/deadline.ts';
import { limitPerSubgraph } from './subgraph-client/limit-per-subgraph.ts';
import { logFailures } from './subgraph-client/log-failures.ts';
import { retryQueries } from './subgraph-client/retry.ts';
import { type GatewayContext, sharersOf, subgraphClient } from './subgraph-client/send-signed.ts';
import { shareInFlight } from './subgraph-client/share-in-flight.ts';
import { LiveClients } from './subscriptions/live-clients.ts';
import { Subscriptions } from './subscriptions/subscriptions.ts';
import { streamOpener } from './subscriptions/upstream/open-stream.ts';

/** The gateway as a process. It starts whether or not its subgraphs answer, and ends with whoever started it. */
await startOrSay('gateway', async () => {
  const config = gatewayConfig(process.argv.slice(2), process.env);
  const tracer = await startTracing('gateway');
  const registry = createRegistry();
  const { issuersFile, localKey, clockSkew } = config.identity;
  const issuers = [
    ...(issuersFile ? readIssuers(issuersFile, log.warn) : []),
    ...(localKey ? [localIssuer(localKey)] : []),
  ];

  const cached = measureCache(() => caching?.cache, registry);
  const caching = await startCache(config.cache, cached, log.warn);

  const limits = await startLimits(config.callers, registry, log.warn, dashboardOperations());

  // A request goes through these from the last to the first.
  const { keys, tls, largestAnswer } = config;
  const client = subgraphClient({ keys, tls, largestAnswer, connections: config.limits.atOnce });
  const retrying = retryQueries(client.send);
  const limited = limitPerSubgraph(retrying.send, config.limits);
  const circuits = breakCircuits(limited.send, log.warn);
  const timed = withDeadline(circuits.send, config.deadlines); // the time in the queue counts
  const measured = measureSubgraphs(timed, registry);
  const logged = traceSubgraphs(logFailures(measured, log.warn), tracer);
  const telling = caching ? tellTouches(logged, caching.cache) : logged;
  const sharers = caching ? sharersSince(caching.cache, sharersOf) : sharersOf;
  const send = config.shareInFlight ? shareInFlight(telling, sharers) : telling;

  measureLoad(limited.load, registry);
  measureCircuits(circuits.states, retrying.retries, registry);
  const planning = measurePlanning(() => graph.current.engine.operationsKept(), registry);
  const build = (supergraph: string): Engine<GatewayContext> =>
    buildEngine({
      supergraph,
      send,
      grantedTo,
      asksIds: caching !== null,
      refusals: REFUSALS,
      urls: config.urls,
      onPlanned: planning.onPlanned,
      onPlanWaited: tracePlanning(tracer),
      onPlanningFailure: (cause, operation) => {
        planning.onFailure();
        log.error('there is no plan for an operation', { operation: operationName(operation), ...errorFacts(cause) });
      },
    });
  const { operatorToken, port, queryDeadline, showsPlans } = config;
  const graph: LiveGraph<GatewayContext> = new LiveGraph({
    supergraph: readFileSync(config.supergraph, 'utf8'),
    build,
    log: log.info,
    rehearse: rehearseApart,
    http: {
      queryDeadline,
      showsPlans,
      admission: limits.admission,
      registration: limits.registration,
      onAnswered: measureOperations(registry),
      onRequest: logRequests(config.logsRequests),
      caching: caching
        ? { cache: caching.cache, audienceOf: ({ caller }) => audienceOf(caller), onFare: cached.onFare }
        : undefined,
    },
  });
  watchSupergraphFile(config.supergraph, graph);
  measureSupergraph(() => graph.state, registry);
  const streams = streamOpener({ keys, tls });
  const metrics = measureSubscriptions(() => ({ ...subscriptions.load, queuedBytes: live.queuedBytes() }), registry);
  const subscriptions: Subscriptions = new Subscriptions({
    graph,
    open: streams.open,
    deadline: queryDeadline,
    limits: config.subscriptions,
    metrics,
    log: log.warn,
  });
  const { host: settings } = config.callers;
  const live: LiveClients = new LiveClients({ graph, subscriptions, largest: settings.largest.question });
  const { onRefused } = limits;
  const identify = identifier({ operatorToken, issuers, clockSkew });
  const { subgraphHosts } = config;
  const server = await serveGateway({
    graph,
    client,
    operatorToken,
    port,
    registry,
    live,
    circuits,
    identify,
    settings,
    onRefused,
    subgraphHosts,
    tracer,
    dashboard: dashboardIn(path.join(projectRoot(), 'dist/dashboard')),
    tryOutKey: localKey ? signingKey(localKey) : undefined,
  });
  const release = async (): Promise<void> => {
    await Promise.all([client.close(), streams.close(), caching?.stop(), limits.stop(), tracer?.stop()]);
  };
  serveUntilStopped(server, release, (within) => live.stop(within));
});
