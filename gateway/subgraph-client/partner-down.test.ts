import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { serveGateway } from '../host/serve.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import { measureCircuits } from '../metrics/subgraph-metrics.ts';
import { breakCircuits } from './circuits.ts';
import { withDeadline } from './deadline.ts';
import { retryQueries } from './retry.ts';
import { type GatewayContext, subgraphClient } from './send-signed.ts';

const SDL: Record<string, string> = {
  trees: 'type Query { size: Int } type Mutation { grow: Int }',
  shrubs: 'type Query { other: Int }',
};
let asked: Record<string, number>;
let isDown = false;
const servers: Server[] = [];
let gateway: string;

async function listen(name: string): Promise<string> {
  const server = createServer((request, response) => {
    asked[name] = (asked[name] ?? 0) + 1;
    if (isDown && name === 'trees') return void request.socket.destroy();
    request.resume();
    response.end('{"data":{"size":3,"grow":1,"other":5,"__typename":"Query"}}');
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

beforeAll(async () => {
  asked = {};
  const services = Object.entries(SDL).map(async ([name, sdl]) => ({ name, sdl, url: await listen(name) }));
  const registry = new Registry();
  const client = subgraphClient({ keys: new Map(), connections: 5 });
  const retrying = retryQueries(client.send);
  const circuits = breakCircuits(retrying.send, () => {}, { first: 200, longest: 200 });
  const send = withDeadline(circuits.send, { query: 2_000, mutation: 2_000 });
  measureCircuits(circuits.states, retrying.retries, registry);
  const graph = new LiveGraph<GatewayContext>({
    supergraph: compose(await Promise.all(services)),
    build: (supergraph) => buildEngine({ supergraph, send }),
    log: () => {},
    http: {},
  });
  const server = await serveGateway({ graph, client, circuits, operatorToken: undefined, port: 0, registry });
  servers.push(server);
  gateway = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

async function ask(query: string) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
}
const metrics = async () => (await fetch(`${gateway}/metrics`)).text();
async function ready() {
  const response = await fetch(`${gateway}/ready`);
  const { subgraphs } = (await response.json()) as { subgraphs: { name: string; circuit: string }[] };
  return [response.status, subgraphs.find(({ name }) => name === 'trees')?.circuit];
}

it('survives a partner that is down: the others answer, nothing waits for it, clients hear since when, and it is asked again when it is back', async () => {
  expect(await ask('{ size other }')).toEqual({ data: { size: 3, other: 5 } });

  isDown = true;
  const { since } = (await ask('{ size }')).errors[0].extensions;
  expect(Math.abs(Date.now() - Date.parse(since))).toBeLessThan(2_000);
  for (let i = 0; i < 5; i++) await ask('{ size }');
  const before = asked.trees;
  expect(await ask('{ size other }')).toEqual({
    data: { size: null, other: 5 },
    errors: [
      {
        message: 'The subgraph "trees" cannot be reached; its fields are null.',
        path: ['size'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'trees', since },
      },
    ],
  });
  expect((await ask('mutation { grow }')).errors[0].message).toMatch(/It did not make the change\.$/);
  expect(asked.trees).toBe(before);
  expect(await metrics()).toContain('hub_subgraph_circuit_open{subgraph="trees"} 1');
  expect(await metrics()).toMatch(/hub_subgraph_retries_total\{subgraph="trees"\} [1-9]/);
  expect(await ready()).toEqual([503, 'open']);

  isDown = false;
  await sleep(250);
  expect(await ready()).toEqual([200, 'closed']);
  expect(await ask('{ size }')).toEqual({ data: { size: 3 } });
  expect(await metrics()).toContain('hub_subgraph_circuit_open{subgraph="trees"} 0');

  isDown = true;
  const later = (await ask('{ size }')).errors[0].extensions.since;
  expect(Date.parse(later)).toBeGreaterThan(Date.parse(since));
});
