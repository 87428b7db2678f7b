import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { compose } from '../../gateway/compose.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { GatewayProcess, type Memory } from './gateway-process.ts';

/** `npm run test:reload` takes a minute; `npm test` a short form of it. */
const SECONDS = Number(process.env.RELOAD_SECONDS || 3);
const IS_LONG = SECONDS >= 30;
const CONNECTIONS = 20;
const DOCUMENTS = 20;
const MB = 1024 * 1024;

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const gateway = new GatewayProcess();
const subgraphs: Server[] = [];
let pool: Pool;
let supergraphs: string[];

beforeAll(async () => {
  const names = [
    { id: 'a', name: 'Oak' },
    { id: 'b', name: 'Elm' },
  ];
  const trees = await serveCanned({ trees: names.map((tree) => ({ __typename: 'Tree', ...tree })) });
  const sizes = await serveCanned({
    _entities: [
      { __typename: 'Tree', size: 1 },
      { __typename: 'Tree', size: 2 },
    ],
  });
  supergraphs = ['', 'colour: String'].map((more) =>
    compose([
      {
        name: 'trees',
        url: trees,
        sdl: `${FEDERATION} type Query { trees: [Tree] } type Tree @key(fields: "id") { id: ID! name: String ${more} }`,
      },
      { name: 'sizes', url: sizes, sdl: `${FEDERATION} type Tree @key(fields: "id") { id: ID! size: Int }` },
    ]),
  );
  await gateway.start(supergraphs[0]!, 'secret');
  pool = new Pool(gateway.url, { connections: CONNECTIONS, pipelining: 1 });
}, 60_000);
afterAll(async () => {
  await pool?.destroy();
  await gateway.end();
  for (const server of subgraphs) server.close();
}, 30_000);

it(
  `answers every request while its supergraph is replaced every second, and keeps no old one (${SECONDS} s)`,
  async () => {
    const expected = [answerWith(['id', 'name', 'size']), answerWith(['id', 'name', 'colour', 'size'])].map((fields) =>
      JSON.stringify(fields),
    );
    const wrong: string[] = [];
    const seen = new Map<string, number>();
    let isOver = false;
    const askOn = async (worker: number): Promise<void> => {
      for (let i = worker; !isOver; i++) {
        const answer = await ask(i % DOCUMENTS);
        const sorted = JSON.stringify(withSortedFields(answer.body));
        seen.set(sorted, (seen.get(sorted) ?? 0) + 1);
        if (answer.status !== 200 || !expected.includes(sorted)) wrong.push(`${answer.status} ${answer.body}`);
      }
    };
    const load = Array.from({ length: CONNECTIONS }, (_, worker) => askOn(worker));

    const warm = await untilSettled();
    const memory: Memory[] = [];
    let slowest = 0;
    for (let second = 1; second <= SECONDS; second++) {
      const began = performance.now();
      expect(await push(supergraphs[second % 2]!)).toMatchObject({ changed: true, breaks: [] });
      slowest = Math.max(slowest, performance.now() - began);
      await sleep(Math.max(0, 1000 - (performance.now() - began)));
      memory.push(await gateway.memory());
    }
    isOver = true;
    await Promise.all(load);

    const last = most(memory.slice(-5));
    const answers = [...seen.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      `${answers} answers, ${SECONDS} reloads in ${SECONDS} s, the slowest ${slowest.toFixed(0)} ms; ` +
        `from before the first to after the last: heap ${warm.heapUsed} → ${last.heapUsed} MB, RSS ${warm.rss} → ${last.rss} MB\n`,
    );
    expect(wrong).toEqual([]);
    expect([...seen.keys()].sort()).toEqual([...expected].sort());
    expect(last.heapUsed).toBeLessThan(warm.heapUsed + 5);
    if (IS_LONG) expect(last.rss).toBeLessThan(warm.rss * 1.1);
  },
  (SECONDS + 150) * 1000,
);

/** The load alone makes the process grow for a while: what reloads add is counted from where that has ended. */
async function untilSettled(): Promise<Memory> {
  const memory: Memory[] = [];
  for (let second = 1; second <= (IS_LONG ? 90 : 1); second++) {
    await sleep(1000);
    memory.push(await gateway.memory());
    const before = memory.slice(0, -10);
    if (before.length > 0 && most(memory).rss <= most(before).rss * 1.01) break;
  }
  return most(memory.slice(-10));
}

const most = (memory: Memory[]): Memory => ({
  rss: Math.max(...memory.map(({ rss }) => rss)),
  heapUsed: Math.max(...memory.map(({ heapUsed }) => heapUsed)),
});

async function serveCanned(data: object): Promise<string> {
  const text = JSON.stringify({ data });
  const server = await serveHttp(0, async (request, response) => {
    await readBody(request, MB);
    response.writeHead(200, { 'content-type': 'application/json' }).end(text);
  });
  subgraphs.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function ask(number: number): Promise<{ status: number; body: string }> {
  const query = `query Q${number} { trees { id name size } __type(name: "Tree") { fields { name } } }`;
  const response = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return { status: response.statusCode, body: await response.body.text() };
}

async function push(supergraph: string): Promise<unknown> {
  const headers = { authorization: 'Bearer secret' };
  const response = await fetch(`${gateway.url}/supergraph`, { method: 'PUT', body: supergraph, headers });
  return response.json();
}

interface Answered {
  data: { trees: object[]; __type: { fields: { name: string }[] } };
}

const answerWith = (fields: string[]): Answered => ({
  data: {
    trees: [
      { id: 'a', name: 'Oak', size: 1 },
      { id: 'b', name: 'Elm', size: 2 },
    ],
    __type: { fields: [...fields].sort().map((name) => ({ name })) },
  },
});

/** The order in which introspection lists fields is nobody's promise. */
function withSortedFields(body: string): unknown {
  const answer = JSON.parse(body) as Answered;
  answer.data?.__type.fields.sort((a, b) => (a.name < b.name ? -1 : 1));
  return answer;
}
