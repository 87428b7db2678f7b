import type { KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { compose } from '../../gateway/compose.ts';
import { buildEngine, type SubgraphRequest } from '../../gateway/engine/engine.ts';
import type { GraphQLOptions } from '../../gateway/graphql-over-http/answer-graphql.ts';
import type { HostSettings } from '../../gateway/host/host-settings.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import type { Identify } from '../../gateway/identity/identify.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import { measureSubscriptions } from '../../gateway/metrics/subscription-metrics.ts';
import type { GatewayContext } from '../../gateway/subgraph-client/send-signed.ts';
import { LiveClients } from '../../gateway/subscriptions/live-clients.ts';
import { type SubscriptionLimits, Subscriptions } from '../../gateway/subscriptions/subscriptions.ts';
import { streamOpener } from '../../gateway/subscriptions/upstream/open-stream.ts';
import { FakeEventSubgraph } from './fake-event-subgraph.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const TREES = `${LINK}
  scalar EventPosition
  type Query { tree(id: ID!): Tree }
  type Mutation { plant(name: String!): Tree }
  type Subscription { grown(kind: String, after: EventPosition): Growth! }
  type Growth { position: EventPosition tree: Tree }
  type Tree @key(fields: "id") { id: ID! name: String }`;
const OWNERS = `${LINK} type Tree @key(fields: "id") { id: ID! owner: String }`;

export interface ForestOptions {
  limits?: Partial<SubscriptionLimits>;
  identify?: Identify;
  heartbeat?: number;
  /** Milliseconds that the fetches for one event may take. */
  deadline?: number;
  /** How the graph answers: what callers may ask. */
  http?: GraphQLOptions<GatewayContext>;
  settings?: HostSettings;
  /** With which streams are signed. */
  keys?: ReadonlyMap<string, KeyObject>;
}

export type Forest = Awaited<ReturnType<typeof serveForest>>;

/** The gateway's own host before a subgraph of events, over HTTP, and another that says who owns a tree. */
export async function serveForest({
  limits,
  identify,
  heartbeat,
  deadline = 2_000,
  http,
  settings,
  keys = new Map(),
}: ForestOptions = {}) {
  const trees = await new FakeEventSubgraph().start();
  const supergraphOf = ({ sdl = TREES, url = trees.url } = {}) =>
    compose([
      { name: 'trees', url, sdl },
      { name: 'owners', url: 'http://owners.test/', sdl: OWNERS },
    ]);
  const fetches: string[] = [];
  const events: (string | undefined)[] = [];
  const requestIds: (string | undefined)[] = [];
  const forest = {
    /** Says who owns a tree; may throw or take its time. */
    ownerOf: async (id: string): Promise<string> => `Owner of ${id}`,
  };
  const send = async ({ subgraph, body, signal, context }: SubgraphRequest<GatewayContext>) => {
    const { query, variables = {} } = JSON.parse(body);
    if (subgraph === 'trees') {
      const key = /(\w+): ?(?:tree|plant)/.exec(query)?.[1] ?? 'tree';
      const tree = { __typename: 'Tree', id: variables.id ?? '3', name: variables.name ?? 'Oak' };
      return { text: JSON.stringify({ data: { [key]: tree } }) };
    }
    events.push(context.event);
    requestIds.push(context.request?.id);
    fetches.push(variables.representations[0].id);
    const owner = await Promise.race([forest.ownerOf(variables.representations[0].id), endOf(signal)]);
    return { text: JSON.stringify({ data: { _entities: [{ owner }] } }) };
  };
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const registry = new Registry();
  const graph: LiveGraph<GatewayContext> = new LiveGraph({
    supergraph: supergraphOf(),
    build: (supergraph) => buildEngine<GatewayContext>({ supergraph, send, grantedTo }),
    log,
    ...(http ? { http } : {}),
  });
  const streams = streamOpener({ keys, limits: { silence: 60_000, largestEvent: 1024 * 1024 } });
  const subscriptions: Subscriptions = new Subscriptions({
    graph,
    open: streams.open,
    deadline,
    limits,
    patience: { start: 300, pause: { first: 5, longest: 50 } },
    metrics: measureSubscriptions(() => ({ ...subscriptions.load, queuedBytes: live.queuedBytes() }), registry),
    log,
  });
  const live: LiveClients = new LiveClients({ graph, subscriptions, heartbeat, largest: 64 * 1024 });
  const client = { send: async () => ({ text: '{}' }), close: async () => {} };
  const server: Server = await serveGateway({
    graph,
    client,
    operatorToken: 'secret',
    port: 0,
    registry,
    live,
    identify,
    ...(settings ? { settings } : {}),
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(forest, {
    url: `http://127.0.0.1:${port}/graphql`,
    wsUrl: `ws://127.0.0.1:${port}/graphql`,
    trees,
    supergraphOf,
    fetches,
    /** For which event each of the fetches was. */
    events,
    /** Under which request's id each of them was. */
    requestIds,
    lines,
    graph,
    subscriptions,
    live,
    server,
    registry,
    /** A tree has grown; gives the position. */
    grow: (id: string, more: object = {}): number => {
      const position = trees.position + 1;
      return trees.emit({ grown: { position: `${position}`, tree: { __typename: 'Tree', id, ...more } } });
    },
    takeGraph: (changed: { sdl?: string; url?: string }) =>
      graph.take({ supergraph: supergraphOf(changed), from: 'a push' }),
    sdl: TREES,
    async close(): Promise<void> {
      const closed = once(server, 'close');
      live.stop(1);
      server.close();
      server.closeAllConnections();
      await closed;
      await streams.close();
      await trees.stop().catch(() => {});
    },
  });
}

const endOf = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** Waits until it is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It was never so: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
}
