import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { compose } from '../../../gateway/compose.ts';
import { Choices } from '../../kit/choices.ts';
import { GatewayProcess } from '../../reload/gateway-process.ts';
import { buildGraph, type TestSubgraph } from '../graph.ts';
import { HostileSubgraph } from './hostile-subgraph.ts';
import { mutate, SECRETS } from './mutate.ts';

const ANSWERS = 2_000;
const SEED = 7_2026;
/** Of which the megabytes are for what the heap keeps by itself: compiled code, statistics of connections. */
const MAY_GROW_MB = 15;

const GRAPH: Record<string, TestSubgraph> = {
  theirs: {
    typeDefs: `
      type Query { item: Item items: [Item] any: Any }
      scalar JSON
      enum Kind { BENCH LAMP }
      union Any = Item | Other
      type Other { x: Int }
      type Item @key(fields: "id") {
        id: ID! name: String kind: Kind tags: [String!] ratio: Float flag: Boolean json: JSON box: Box constructor: String
      }
      type Box { size: Int! inner: Box }`,
    resolvers: {
      Query: {
        item: () => item('1'),
        items: () => ['1', '2', '3'].map(item),
        any: () => ({ __typename: 'Other', x: 1 }),
      },
      Item: { __resolveReference: ({ id }: { id: string }) => item(id) },
    },
  },
  ours: {
    typeDefs: `
      type Query { shelf: [Item!]! size: Int! }
      type Item @key(fields: "id") { id: ID! price: Int }`,
    resolvers: {
      Query: { size: () => 3, shelf: () => [{ id: '1' }, { id: '2' }] },
      Item: { price: ({ id }: { id: string }) => Number(id) * 10 },
    },
  },
};
const item = (id: string) => ({
  id,
  name: `Item ${id}`,
  kind: 'LAMP',
  tags: ['a', 'b'],
  constructor: 'us',
  ratio: 0.5,
  flag: true,
  json: { any: ['thing'] },
  box: { size: 1, inner: { size: 2, inner: null } },
});
const OF_THEIRS = 'name kind tags ratio flag json constructor box { size inner { size } }';
const QUERY = `{
  size
  shelf { id price ${OF_THEIRS} }
  item { id price ${OF_THEIRS} }
  items { id ${OF_THEIRS} }
  any { __typename ... on Other { x } ... on Item { name } }
}`;

const graph = buildGraph(GRAPH);
const theirs = new HostileSubgraph();
const gateway = new GatewayProcess();
let ours: Server;
const reply = (subgraph: string, body: string): Promise<string> => {
  const { query, variables = {} } = JSON.parse(body);
  return graph.reply(subgraph, { subgraph, kind: 'query', url: '', query, variables, context: {} });
};
const right = async (body: string) => {
  const text = await reply('theirs', body);
  return {
    bytes: Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`),
    resets: false,
  };
};

beforeAll(async () => {
  ours = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    response.end(await reply('ours', body));
  });
  await new Promise<void>((resolve) => ours.listen(0, '127.0.0.1', resolve));
  const urls: Record<string, string> = {
    theirs: await theirs.start(),
    ours: `http://127.0.0.1:${(ours.address() as AddressInfo).port}/`,
  };
  const services = Object.entries(GRAPH).map(([name, { typeDefs }]) => ({
    name,
    sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"]) ${typeDefs}`,
    url: urls[name] ?? '',
  }));
  await gateway.start(compose(services), 'operator', {
    SUBGRAPH_ANSWER_MEGABYTES: '1',
    SUBGRAPH_DEADLINE_SECONDS: '2',
  });
}, 60_000);
afterAll(async () => {
  await gateway.end();
  theirs.stop();
  ours.close();
  ours.closeAllConnections();
});

async function ask() {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return { status: response.status, text: await response.text() };
}

/** What of an item is of a wrong type. */
function problemsIn(value: Record<string, unknown> | null): string[] {
  if (value === null) return [];
  const { name, kind, tags, ratio, flag, box } = value;
  const isTextOrNull = (one: unknown): boolean => one === null || typeof one === 'string';
  const isBox = (one: unknown, hasInner: boolean): boolean => {
    if (one === null) return true;
    const { size, inner } = one as { size: unknown; inner: unknown };
    return Number.isInteger(size) && (!hasInner || isBox(inner, false));
  };
  const fits = {
    name: isTextOrNull(name),
    constructor: isTextOrNull(value.constructor),
    kind: [null, 'BENCH', 'LAMP'].includes(kind as string),
    tags: tags === null || (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')),
    ratio: ratio === null || Number.isFinite(ratio),
    flag: flag === null || typeof flag === 'boolean',
    box: isBox(box, true),
  };
  return Object.entries(fits).flatMap(([field, isRight]) => (isRight ? [] : [field]));
}

it(`survives ${ANSWERS} wrong answers of one subgraph: they damage its own fields alone, and tell nothing of its inside`, async () => {
  theirs.answer = right;
  const whole = await ask();
  const expected = JSON.parse(whole.text).data;
  expect(expected.shelf).toMatchObject([
    { id: '1', price: 10, name: 'Item 1' },
    { id: '2', price: 20, name: 'Item 2' },
  ]);
  for (let i = 0; i < 300; i++) await ask();
  const before = await gateway.memory();
  const codes: Record<string, number> = {};

  for (let round = 0; theirs.asked < ANSWERS + 600; round++) {
    const choices = Choices.seeded(SEED + round, 500);
    theirs.answer = async (body) => (choices.chance(80) ? mutate(await reply('theirs', body), choices) : right(body));
    const { status, text } = await ask();
    if (status !== 200) await new Promise((resolve) => setTimeout(resolve, 500));
    const about = `round ${round}: ${text.slice(0, 1_000)}\n${gateway.output.slice(-1_000)}`;
    expect([status, about]).toEqual([200, about]);
    const { data, errors = [] } = JSON.parse(text);

    expect([data.size, about]).toEqual([3, about]);
    expect([data.shelf.map(({ id, price }: { id: string; price: number }) => [id, price]), about]).toEqual([
      [
        ['1', 10],
        ['2', 20],
      ],
      about,
    ]);
    const wrong = [...data.shelf, data.item, ...(data.items ?? [])].flatMap(problemsIn);
    expect([wrong, about]).toEqual([[], about]);
    for (const { extensions } of errors) {
      codes[extensions.code] = (codes[extensions.code] ?? 0) + 1;
      const isOurs = extensions.code === 'INTERNAL_SERVER_ERROR' && extensions.service === undefined;
      expect([isOurs || extensions.service, about]).toEqual([isOurs || 'theirs', about]);
    }
    expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
  }

  expect(Object.keys(codes)).toEqual(
    expect.arrayContaining([
      'DOWNSTREAM_SERVICE_ERROR',
      'INTERNAL_SERVER_ERROR',
      'INVALID',
      'FORBIDDEN',
      'SUBGRAPH_UNAVAILABLE',
    ]),
  );
  theirs.answer = right;
  await new Promise((resolve) => setTimeout(resolve, 1_500)); // an open circuit is tried again
  await ask();
  for (let i = 0; i < 300; i++) await ask();
  expect((await ask()).text).toBe(whole.text);
  expect((await gateway.memory()).heapUsed - before.heapUsed).toBeLessThan(MAY_GROW_MB);
}, 180_000);
