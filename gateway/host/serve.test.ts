import { get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { compose } from '../compose.ts';
import { buildEngine, type SubgraphResponse } from '../engine/engine.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { serveGateway } from './serve.ts';

/** What stands in for the network: the subgraphs' answers, and what they were asked on whose behalf. */
const asked: { subgraph: string; body: string; caller: string }[] = [];
let down: string[] = [];
async function send({
  subgraph,
  body,
  context,
}: {
  subgraph: string;
  body: string;
  context: GatewayContext;
}): Promise<SubgraphResponse> {
  asked.push({ subgraph, body, caller: context.caller.subject });
  if (down.includes(subgraph)) throw new Error('connect ECONNREFUSED');
  return { text: JSON.stringify({ data: body.includes('mutation') ? { grow: 1 } : { size: 3 } }) };
}

const supergraph = compose([
  { name: 'trees', url: 'http://trees/', sdl: 'type Query { size: Int } type Mutation { grow(csv: String): Int }' },
  { name: 'shrubs', url: 'http://shrubs/', sdl: 'type Query { other: Int }' },
]);
let server: Server;
let url: string;
beforeAll(async () => {
  const client = { send, close: async () => {} };
  const build = (sdl: string) => buildEngine({ supergraph: sdl, send });
  const graph = new LiveGraph({ supergraph, build, log: () => {} });
  server = await serveGateway({ graph, client, operatorToken: 'secret', port: 0, registry: new Registry() });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());
beforeEach(() => {
  asked.length = 0;
  down = [];
});

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const codeOf = async (response: Response) => (await response.json()).errors[0].extensions.code;

it('listens on loopback alone', () => {
  expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
});

it('answers a query with the media type that was asked for, and hands on who asks', async () => {
  const anonymous = await post({ query: '{ size }' });
  expect([anonymous.status, anonymous.headers.get('content-type')]).toEqual([
    200,
    'application/graphql-response+json; charset=utf-8',
  ]);
  expect(await anonymous.json()).toEqual({ data: { size: 3 } });

  await post({ query: '{ size }' }, { authorization: 'Bearer secret' });
  expect(asked.map(({ caller }) => caller)).toEqual(['anonymous', 'operator']);
});

it.each([
  ['a document that does not parse', { query: '{ size' }, 400, 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', { query: '{ weight }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
  ['a body that is no JSON', '{"query":', 400, 'BAD_REQUEST'],
  ['no body', '', 400, 'BAD_REQUEST'],
  [
    'a variable of the wrong type',
    { query: 'mutation ($csv: String) { grow(csv: $csv) }', variables: { csv: 1 } },
    400,
    'BAD_USER_INPUT',
  ],
])('answers %s with a status and a code, and asks no subgraph', async (_, body, status, code) => {
  const response = await post(body);

  expect([response.status, await codeOf(response)]).toEqual([status, code]);
  expect(asked).toEqual([]);
});

it('denies a token that it does not know before anything else', async () => {
  const response = await post({ query: '{ size }' }, { authorization: 'Bearer wrong' });

  expect([response.status, response.headers.get('www-authenticate'), await codeOf(response)]).toEqual([
    401,
    'Bearer error="invalid_token"',
    'TOKEN_INVALID',
  ]);
  expect(asked).toEqual([]);
});

it('takes a register as large as a register is from whoever may write, and from nobody else', async () => {
  const large = { query: 'mutation ($csv: String) { grow(csv: $csv) }', variables: { csv: 'x'.repeat(2 ** 21) } };

  expect((await post(large, { authorization: 'Bearer secret' })).status).toBe(200);
  const refused = await post(large);
  expect([refused.status, await codeOf(refused)]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
});

it('says which subgraphs answer, and that it is alive whether or not they do', async () => {
  const ready = await fetch(`${url}/ready`);
  expect([ready.status, (await ready.json()).ready]).toEqual([200, true]);

  down = ['shrubs'];
  const waiting = await fetch(`${url}/ready`);
  expect(waiting.status).toBe(503);
  expect((await waiting.json()).subgraphs).toEqual([
    expect.objectContaining({ name: 'shrubs', answers: false }),
    expect.objectContaining({ name: 'trees', answers: true }),
  ]);
  expect((await fetch(`${url}/health`)).status).toBe(200);
});

it('shows people GraphiQL, opened on the first question, that may ask nobody but the gateway', async () => {
  const root = await fetch(`${url}/`, { redirect: 'manual' });
  expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql']);

  const page = await fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-security-policy')).toContain("connect-src 'self'");
  const html = await page.text();
  expect(html).toContain('query NowaHuta {');
  expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
});

it('shows the plan of a request to who asks for it while developing, and to nobody else', async () => {
  const client = { send, close: async () => {} };
  const build = (sdl: string) => buildEngine({ supergraph: sdl, send });
  const graph = new LiveGraph({ supergraph, build, log: () => {}, http: { showsPlans: true } });
  const developing = await serveGateway({ graph, client, operatorToken: 'secret', port: 0, registry: new Registry() });
  const address = `http://127.0.0.1:${(developing.address() as AddressInfo).port}/graphql`;
  const answerOf = async (at: string, headers: Record<string, string>) =>
    (await fetch(`${at}?query={size}`, { headers })).json();
  const asking = { 'hub-query-plan': '1' };

  const { data, extensions } = await answerOf(address, asking);
  const page = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
  const unasked = await answerOf(address, {});
  developing.close();

  expect(data).toEqual({ size: 3 });
  expect(extensions.queryPlan.node).toMatchObject({ kind: 'Fetch', service: 'trees', operation: '{size}' });
  expect(page).toContain(String.raw`"defaultHeaders":"{\n  \"hub-query-plan\": \"1\"\n}"`);
  expect(unasked).toEqual({ data: { size: 3 } });
  expect(await answerOf(`${url}/graphql`, { ...asking, authorization: 'Bearer secret' })).toEqual({
    data: { size: 3 },
  });
});

it.each(['//', '//graphql', '/%', '/?'])('answers the path %s, whatever it is', async (path) => {
  const status = await new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    get({ host: '127.0.0.1', port, path, headers: { accept: 'text/html' } }, (answer) => {
      resolve(answer.resume().statusCode);
    }).on('error', reject);
  });

  expect(status).toBe(path === '/?' ? 302 : 404);
});

it('refuses a body that is not UTF-8, rather than hand on something else', async () => {
  const body = Buffer.concat([
    Buffer.from('{"query":"{ size }","operationName":"'),
    Buffer.from([0xb3]),
    Buffer.from('"}'),
  ]);
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });

  expect([response.status, await response.json()]).toEqual([
    400,
    { errors: [{ message: "The request's body is not UTF-8.", extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

it('names the way out for any other path', async () => {
  const response = await fetch(`${url}/grpahql`);

  expect([response.status, (await response.json()).errors[0].message]).toEqual([
    404,
    expect.stringContaining('/graphql'),
  ]);
});
