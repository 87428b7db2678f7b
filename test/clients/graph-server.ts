import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Registry } from 'prom-client';
import { compose } from '../../gateway/compose.ts';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import type { GatewayContext } from '../../gateway/subgraph-client/send-signed.ts';

const TREES = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { tree(id: ID!): Tree }
  type Mutation { plant(name: String!): Tree }
  type Tree @key(fields: "id") { id: ID! name: String }`;
const OWNERS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Tree @key(fields: "id") { id: ID! owner: String }`;

/** What a client sent, as it left the client. */
export interface Request {
  method: string;
  hasDocument: boolean;
  hasHash: boolean;
}

/** The gateway's own host on a small graph, whose `owner` fails for the tree "2". */
export async function serveTrees(): Promise<{ url: string; server: Server }> {
  const supergraph = compose([
    { name: 'trees', url: 'http://trees.test/', sdl: TREES },
    { name: 'owners', url: 'http://owners.test/', sdl: OWNERS },
  ]);
  const send = async ({ subgraph, body }: { subgraph: string; body: string; context: GatewayContext }) => {
    const { query, variables } = JSON.parse(body);
    if (subgraph === 'trees') {
      const tree = { __typename: 'Tree', id: variables.id ?? '3', name: variables.name ?? 'Oak' };
      const key = query.includes('plant') ? keyOf(query, 'plant') : keyOf(query, 'tree');
      return { text: JSON.stringify({ data: { [key]: tree } }) };
    }
    if (variables.representations[0].id !== '2') return { text: '{"data":{"_entities":[{"owner":"Ada"}]}}' };
    const errors = [{ message: 'Nobody knows.', path: ['_entities', 0, 'owner'] }];
    return { text: JSON.stringify({ data: { _entities: [{ owner: null }] }, errors }) };
  };
  const client = { send, close: async () => {} };
  const server = await serveGateway({
    graph: new LiveGraph({
      supergraph,
      build: (sdl) => buildEngine({ supergraph: sdl, send, grantedTo }),
      log: () => {},
    }),
    client,
    operatorToken: 'secret',
    port: 0,
    registry: new Registry(),
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql` };
}

/** The key under which the gateway asks for a root field. */
const keyOf = (query: string, field: string): string => new RegExp(`(\\w+): ?${field}`).exec(query)?.[1] ?? field;

/** A `fetch` that notes what goes through it. */
export function watchedFetch(requests: Request[]): typeof fetch {
  return (input, init) => {
    const asked = `${decodeURIComponent(String(input))} ${init?.body ?? ''}`;
    requests.push({
      method: init?.method ?? 'GET',
      hasDocument: /[?&"]query"?[=:]/.test(asked),
      hasHash: asked.includes('sha256Hash'),
    });
    return fetch(input, init);
  };
}
