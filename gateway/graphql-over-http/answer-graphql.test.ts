import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { GraphQLOverHttp } from './answer-graphql.ts';

const sdl = 'type Query { size(of: String): Int, must: Int! } type Mutation { grow: Int }';
let sent = 0;
const answerTo = (body: string) => ({
  ...Object.fromEntries([...body.matchAll(/(\w+): ?size/g)].map(([, alias]) => [alias, 3])),
  size: 3,
  grow: 1,
});
const engine = buildEngine({
  supergraph: compose([{ name: 'trees', url: 'http://trees/', sdl }]),
  send: async ({ body }) => {
    sent++;
    return { text: JSON.stringify({ data: body.includes('must') ? { must: null } : answerTo(body) }) };
  },
});
const graph = new GraphQLOverHttp(engine);
let server: Server;
let url: string;
beforeAll(async () => {
  server = await serveHttp(0, (request, response) => graph.answer(request, response, () => readBody(request, 1e6), {}));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
});
afterAll(() => void server.close());
beforeEach(() => {
  sent = 0;
});

async function ask(init: RequestInit | object | string, headers: Record<string, string> = {}) {
  const isGet = typeof init === 'string';
  const response = await fetch(isGet ? `${url}?${init}` : url, {
    method: isGet ? 'GET' : 'POST',
    headers: { ...(isGet ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(isGet ? {} : { body: JSON.stringify(init) }),
  });
  const answer = await response.json();
  return {
    status: response.status,
    code: answer.errors?.[0]?.extensions?.code,
    data: answer.data,
    headers: response.headers,
  };
}
const NEW = { accept: 'application/graphql-response+json' };

it('answers a field error with 200 by either media type, for the operation ran', async () => {
  for (const headers of [{}, NEW]) {
    expect(await ask({ query: '{ must }' }, headers)).toMatchObject({
      status: 200,
      code: 'INTERNAL_SERVER_ERROR',
      data: null,
    });
  }
});

it.each([
  ['{ size', 'GRAPHQL_PARSE_FAILED'],
  ['{ weight }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query ($of: Int) { size(of: $of) }', 'GRAPHQL_VALIDATION_FAILED'],
  ['query A { size } query B { size }', 'OPERATION_RESOLUTION_FAILURE'],
  ['subscription { size }', 'OPERATION_NOT_SUPPORTED'],
  ['query ($of: String!) { size(of: $of) }', 'BAD_USER_INPUT'],
])('tells %s from an operation that ran: 400 by the new media type, 200 by the old', async (query, code) => {
  expect(await ask({ query }, NEW)).toMatchObject({ status: 400, code, data: undefined });
  expect(await ask({ query })).toMatchObject({ status: 200, code });
  expect(sent).toBe(0);
});

it('denies a document with more aliases than one may have, and runs one with as many', async () => {
  const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, i) => `a${i}: size`).join(' ')} }`;

  expect(await ask({ query: aliases(45_000) }, NEW)).toMatchObject({ status: 400, code: 'TOO_MANY_TOKENS' });
  expect(await ask({ query: aliases(101) }, NEW)).toMatchObject({ status: 400, code: 'TOO_MANY_ROOT_FIELDS' });
  expect(await ask({ query: aliases(50) })).toMatchObject({ status: 200, data: { a49: 3 } });
  expect(sent).toBe(1);
});

it('takes queries by GET with variables, and refuses mutations there', async () => {
  const query = encodeURIComponent('query Q($no: Boolean!) { size @skip(if: $no) }');
  const variables = encodeURIComponent('{"no":false}');

  expect(await ask(`query=${query}&variables=${variables}&operationName=Q`)).toMatchObject({
    status: 200,
    data: { size: 3 },
  });
  expect(await ask('query=mutation{grow}')).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
  expect(sent).toBe(1);
});

it('denies what a page of another site could send without asking: any content type but JSON', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/json; charset=latin1',
  ]) {
    expect(await ask({ query: 'mutation { grow }' }, { 'content-type': type })).toMatchObject({ status: 415 });
  }
  expect(sent).toBe(0);
});

it('denies batches, other methods, and clients that take nothing it has', async () => {
  expect(await ask([{ query: '{ size }' }])).toMatchObject({ status: 400, code: 'BATCH_REFUSED' });
  const put = await fetch(url, { method: 'PUT' });
  expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST']);
  expect(await ask({ query: '{ size }' }, { accept: 'text/html' })).toMatchObject({ status: 406 });
});

it('knows a document by its hash once it was sent with it', async () => {
  const query = 'query Unheard { size }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };

  expect(await ask({ extensions })).toMatchObject({ status: 200, code: 'PERSISTED_QUERY_NOT_FOUND' });
  expect(await ask({ query: '{ size }', extensions })).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await ask({ query, extensions })).toMatchObject({ data: { size: 3 } });
  expect(await ask({ extensions })).toMatchObject({ data: { size: 3 } });
});
