import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Pool } from 'undici';
import { compose } from '../../gateway/compose.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { GatewayProcess } from './gateway-process.ts';

/** `npm run test:reload` takes a minute; `npm test` a short form of it. */
const SECONDS = Number(process.env.RELOAD_SECONDS || 3);
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

    const memory = [];
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

    const heap = memory.map(({ heapUsed }) => heapUsed / MB);
    const rss = memory.map((at) => at.rss / MB);
    report(seen, slowest, heap, rss);
    expect(wrong).toEqual([]);
    expect([...seen.keys()].sort()).toEqual([...expected].sort());
    expect(Math.max(...lastThird(heap))).toBeLessThan(Math.max(...firstThird(heap)) + 8);
    expect(Math.max(...lastThird(rss))).toBeLessThan(Math.max(...firstThird(rss)) * 1.25 + 16);
  },
  (SECONDS + 60) * 1000,
);

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

const firstThird = (values: number[]): number[] => values.slice(0, Math.ceil(values.length / 3));
const lastThird = (values: number[]): number[] => values.slice(-Math.ceil(values.length / 3));

function report(seen: Map<string, number>, slowest: number, heap: number[], rss: number[]): void {
  const answers = [...seen.values()].reduce((sum, count) => sum + count, 0);
  const range = (values: number[]) => `${values[0]?.toFixed(0)} → ${values.at(-1)?.toFixed(0)} MB`;
  process.stdout.write(
    `${answers} answers in ${SECONDS} s, ${SECONDS} reloads, the slowest ${slowest.toFixed(0)} ms; ` +
      `heap ${range(heap)}, RSS ${range(rss)}\n`,
  );
}
