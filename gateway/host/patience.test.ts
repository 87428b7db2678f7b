import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import { measureOperations } from '../metrics/operation-metrics.ts';
import { measureLoad, measureSubgraphs } from '../metrics/subgraph-metrics.ts';
import { withDeadline } from '../subgraph-client/deadline.ts';
import { limitPerSubgraph } from '../subgraph-client/limit-per-subgraph.ts';
import { subgraphClient } from '../subgraph-client/send-signed.ts';
import { shareInFlight } from '../subgraph-client/share-in-flight.ts';
import { serveGateway } from './serve.ts';

const SDL: Record<string, string> = {
  trees:
    'type Query { size: Int age: Int place: Place } type Mutation { grow: Int fell: Int } type Place @key(fields: "id") { id: ID! }',
  shrubs:
    'type Query { other: Int } type Mutation { plant: Int } type Place @key(fields: "id") { id: ID! height: Int }',
};
const DATA = { size: 3, age: 7, place: { __typename: 'Place', id: '1' }, grow: 1, fell: 1, plant: 1, other: 5 };

type Behaviour = (response: ServerResponse) => void;
const answers: Behaviour = (response) =>
  response.end(JSON.stringify({ data: { ...DATA, _entities: [{ height: 2 }] } }));
const hangs: Behaviour = () => {};
const answersLate: Behaviour = (response) => void setTimeout(answers, 150, response);

/** Subgraphs that do as a test says, and how each request to them ended. */
let does: Record<string, Behaviour>;
let ends: Promise<string>[];
const servers: Server[] = [];
let gateway: string;
let slow: string;

async function startSubgraph(name: string): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    const end = once(response, 'close').then(() => `${name} ${response.writableEnded ? 'answered' : 'was cut off'}`);
    ends.push(end);
    does[name]?.(response);
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function startGateway(supergraph: string, queryDeadline: number): Promise<string> {
  const registry = new Registry();
  const client = subgraphClient({ keys: new Map(), connections: 2 });
  const limited = limitPerSubgraph(client.send, { atOnce: 2, waiting: 1 });
  const measured = measureSubgraphs(withDeadline(limited.send, { query: 2_000, mutation: 2_000 }), registry);
  measureLoad(limited.load, registry);
  const send = shareInFlight(measured, ({ caller }) => caller.subject);
  const graph = new LiveGraph({
    supergraph,
    build: (sdl) => buildEngine({ supergraph: sdl, send }),
    log: () => {},
    http: { queryDeadline, onAnswered: measureOperations(registry) },
  });
  const server = await serveGateway({ graph, client, operatorToken: undefined, port: 0, registry });
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const subgraphs = Object.entries(SDL).map(async ([name, sdl]) => ({ name, sdl, url: await startSubgraph(name) }));
  const supergraph = compose(await Promise.all(subgraphs));
  gateway = await startGateway(supergraph, 10_000);
  slow = await startGateway(supergraph, 300);
});
afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});
beforeEach(() => {
  does = { trees: answers, shrubs: answers };
  ends = [];
});

async function ask(query: string, { at = gateway, signal }: { at?: string; signal?: AbortSignal } = {}) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${at}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }), signal });
  return response.json();
}
/** Asks, and hangs up when every subgraph that is asked has heard of it. */
async function hangUpOn(query: string): Promise<void> {
  const client = new AbortController();
  const asked = ask(query, { signal: client.signal }).catch(() => {});
  while (ends.length === 0) await sleep(5);
  client.abort();
  await asked;
}
const metricsOf = async (at: string) => (await fetch(`${at}/metrics`)).text();

it('answers at the deadline with what has come, and says of each late part whose it is', async () => {
  does.shrubs = hangs;

  expect(await ask('{ size other place { id height } }', { at: slow })).toEqual({
    data: { size: 3, other: null, place: { id: '1', height: null } },
    errors: ['other', 'place'].map((field) => ({
      message: 'The subgraph "shrubs" did not answer in time; its fields are null.',
      path: [field],
      extensions: { code: 'DEADLINE_EXCEEDED', service: 'shrubs' },
    })),
  });
  expect((await Promise.all(ends)).sort()).toEqual(['shrubs was cut off', 'trees answered']);
});

it('begins nothing once the deadline is over', async () => {
  does.trees = (response) => void setTimeout(answers, 600, response);

  const { data, errors } = await ask('{ place { height } }', { at: slow });
  expect([data, errors[0].extensions]).toEqual([{ place: null }, { code: 'DEADLINE_EXCEEDED', service: 'trees' }]);
  expect(await Promise.all(ends)).toEqual(['trees was cut off']);
});

it('lets a mutation take longer than a query may', async () => {
  does.trees = (response) => void setTimeout(answers, 600, response);

  expect(await ask('mutation { grow }', { at: slow })).toEqual({ data: { grow: 1 } });
});

it('stops what was under way for a client that hangs up, begins nothing more for it, and answers the next', async () => {
  does.trees = answersLate;
  await hangUpOn('{ place { height } }');
  await sleep(200);
  expect(await Promise.all(ends)).toEqual(['trees was cut off']);

  expect(await ask('{ place { height } }')).toEqual({ data: { place: { height: 2 } } });
});

it('hangs up on nobody who asks the same', async () => {
  does.trees = answersLate;
  const other = ask('{ size }');
  await hangUpOn('{ size }');

  expect(await other).toEqual({ data: { size: 3 } });
  expect(await Promise.all(ends)).toEqual(['trees answered']);
});

it('lets a mutation that has begun end when its client hangs up, and begins no other for it', async () => {
  does.trees = answersLate;
  await hangUpOn('mutation { grow plant }');
  await sleep(200);

  expect(await Promise.all(ends)).toEqual(['trees answered']);
});

it('refuses at once what a slow subgraph has no room for, and answers the rest', async () => {
  does.trees = hangs;
  const client = new AbortController();
  const waiting = ['{ size }', '{ age }', '{ size age }'].map((query) => ask(query, { signal: client.signal }));
  for (const answer of waiting) answer.catch(() => {});
  while (!(await metricsOf(gateway)).includes('hub_subgraph_requests_waiting{subgraph="trees"} 1')) await sleep(5);

  expect(await ask('{ age size other }')).toEqual({
    data: { age: null, size: null, other: 5 },
    errors: ['age', 'size'].map((field) => ({
      message: 'The subgraph "trees" has too many requests waiting, so ask again later; its fields are null.',
      path: [field],
      extensions: { code: 'SUBGRAPH_OVERLOADED', service: 'trees' },
    })),
  });
  const { errors } = await ask('mutation { fell }');
  expect(errors[0].message).toMatch(/its fields are null\. It did not make the change\.$/);

  client.abort();
  await Promise.allSettled(waiting);
  while (!(await metricsOf(gateway)).includes('hub_subgraph_requests_under_way{subgraph="trees"} 0')) await sleep(5);
  does.trees = answers;
  expect(await ask('{ size }')).toEqual({ data: { size: 3 } });
});

it('counts what became of operations and of requests to subgraphs, by no name that a client made up', async () => {
  const at = await startGateway(
    compose([{ name: 'trees', sdl: SDL.trees ?? '', url: await startSubgraph('trees') }]),
    50,
  );
  await ask('query MadeUp { size }', { at });
  await ask('{ sighs }', { at });
  does.trees = hangs;
  await ask('{ age }', { at });
  const response = await fetch(`${at}/metrics`);
  const text = await response.text();

  expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  for (const count of [
    'hub_operation_duration_seconds_count{outcome="ok"} 1',
    'hub_operation_duration_seconds_count{outcome="refused"} 1',
    'hub_operation_duration_seconds_count{outcome="partial"} 1',
    'hub_subgraph_request_duration_seconds_count{subgraph="trees",outcome="answered"} 1',
    'hub_subgraph_request_duration_seconds_count{subgraph="trees",outcome="cancelled"} 1',
  ])
    expect(text).toContain(count);
  expect(text).not.toContain('MadeUp');
});
