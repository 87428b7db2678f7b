import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { serveHttp } from '../../shared/http/serve-http.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { someone } from '../../test/kit/caller.ts';
import { compose } from '../compose.ts';
import { buildEngine, type SubgraphResponse } from '../engine/engine.ts';
import { serveGateway } from '../host/serve.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { LiveGraph } from './live-graph.ts';
import { answerOperator } from './operator-routes.ts';
import { Publisher } from './publisher.ts';

const TREES = { name: 'trees', url: 'http://trees/', sdl: 'type Query { size: Int }' };
const SHRUBS = { name: 'shrubs', url: 'http://shrubs/', sdl: 'type Query { height: Int }' };
const supergraph = compose([TREES, SHRUBS]);

/** What the subgraphs say their SDL is; one that is not here cannot be reached. */
let sdls: Record<string, string>;
let slow: Promise<void> | undefined;
let graph: LiveGraph<GatewayContext>;
let server: Server;
let url: string;

async function send({ subgraph, body }: { subgraph: string; body: string }): Promise<SubgraphResponse> {
  if (body.includes('_service')) {
    if (!sdls[subgraph]) throw new Error('connect ECONNREFUSED');
    return { text: JSON.stringify({ data: { _service: { sdl: sdls[subgraph] } } }) };
  }
  await slow;
  return { text: JSON.stringify({ data: { size: 3 } }) };
}
const client = { send, close: async () => {} };
const build = (sdl: string) => buildEngine({ supergraph: sdl, send });
const addressOf = (listening: Server) => `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

beforeEach(async () => {
  slow = undefined;
  sdls = { trees: TREES.sdl, shrubs: SHRUBS.sdl };
  graph = new LiveGraph({ supergraph, build, log: () => {} });
  server = await serveGateway({ graph, client, operatorToken: 'secret', port: 0, registry: new Registry() });
  url = addressOf(server);
});
afterEach(() => void server.close());

const OPERATOR = { authorization: 'Bearer secret' };
async function put(path: string, body = '', headers: Record<string, string> = OPERATOR) {
  const response = await fetch(url + path, { method: 'PUT', body, headers });
  return { status: response.status, ...(await response.json()) };
}
const ask = async (query: string) => {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return response.json();
};
const wider = compose([{ ...TREES, sdl: 'type Query { size: Int, colour: Int }' }, SHRUBS]);

it('takes a supergraph from the operator, names it, and hands it out again', async () => {
  const pushed = await put('/supergraph', wider);

  expect(pushed).toMatchObject({ status: 200, supergraph: graph.state.hash, changed: true, breaks: [] });
  expect(await put('/supergraph', wider)).toMatchObject({ status: 200, changed: false });
  expect(await (await fetch(`${url}/supergraph`, { headers: OPERATOR })).text()).toBe(wider);
});

it('takes none from anybody else, nor shows it', async () => {
  expect(await put('/supergraph', wider, {})).toMatchObject({ status: 401 });
  expect(await put('/supergraph', wider, { authorization: 'Bearer wrong' })).toMatchObject({ status: 401 });
  expect(await put('/subgraphs/trees', '', {})).toMatchObject({ status: 401 });
  expect((await fetch(`${url}/supergraph`)).status).toBe(401);

  const reader: Caller = someone({ subject: 'reader', scopes: ['hub:read'] });
  const parts = { graph, publisher: new Publisher(graph, send) };
  const other = await serveHttp(0, (request, response) => answerOperator(request, response, reader, parts));
  const response = await fetch(`${addressOf(other)}/supergraph`, { method: 'PUT', body: wider });
  other.close();
  expect(response.status).toBe(403);
  expect(graph.state.outcomes).toEqual({ live: 0, unchanged: 0, refused: 0, superseded: 0 });
});

it('refuses a bad one with the reason, which readiness repeats, and stays ready', async () => {
  const errors = [{ message: expect.stringContaining('Syntax Error'), extensions: { code: 'SUPERGRAPH_INVALID' } }];
  expect(await put('/supergraph', 'type Query {')).toMatchObject({ status: 422, errors });

  const ready = await fetch(`${url}/ready`);
  expect([ready.status, (await ready.json()).supergraph]).toEqual([
    200,
    {
      hash: graph.current.hash,
      since: expect.any(String),
      refused: {
        at: expect.any(String),
        from: 'a push',
        code: 'SUPERGRAPH_INVALID',
        reasons: [expect.stringContaining('Syntax Error')],
      },
    },
  ]);
  await put('/supergraph', wider);
  expect((await (await fetch(`${url}/ready`)).json()).supergraph.refused).toBeNull();
});

it('tells of recorded operations that break, and refuses for them where the push asks for it', async () => {
  await ask('query Size { size }');
  const narrower = compose([{ ...TREES, sdl: 'type Query { weight: Int }' }, SHRUBS]);

  expect(await put('/supergraph?refuse=breaking', narrower)).toMatchObject({
    status: 422,
    errors: [{ extensions: { code: 'BREAKING_CHANGE' } }],
  });
  expect(await put('/supergraph', narrower)).toMatchObject({
    status: 200,
    breaks: [{ operation: 'query Size { size }', reason: expect.stringContaining('size') }],
  });
});

it('lets a request end on the graph that it began with', async () => {
  let release = () => {};
  slow = new Promise((resolve) => {
    release = resolve;
  });
  const begun = ask('{ size __type(name: "Query") { fields { name } } }');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const narrower = compose([{ ...TREES, sdl: 'type Query { weight: Int }' }, SHRUBS]);
  expect(await put('/supergraph', narrower)).toMatchObject({ status: 200, changed: true });
  release();

  expect(await begun).toMatchObject({ data: { size: 3, __type: { fields: [{ name: 'height' }, { name: 'size' }] } } });
  expect(await ask('{ size }')).toMatchObject({ errors: [{ message: expect.stringContaining('size') }] });
});

it('knows a persisted document in the next graph, too', async () => {
  const query = '{ size }';
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } };
  const post = async (body: object) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  await post({ query, extensions });
  await put('/supergraph', wider);

  expect(await post({ extensions })).toEqual({ data: { size: 3 } });
});

it("composes a subgraph's new SDL with what the others say, and asks the subgraph where the body is empty", async () => {
  expect(await put('/subgraphs/trees', 'type Query { size: Int, colour: Int }')).toMatchObject({ status: 200 });
  sdls.shrubs = 'type Query { height: Int, age: Int }';
  expect(await put('/subgraphs/shrubs')).toMatchObject({ status: 200, changed: true });

  expect(Object.keys(graph.current.engine.schema.getQueryType()?.getFields() ?? {})).toEqual([
    'height',
    'age',
    'size',
    'colour',
  ]);
});

it('takes a subgraph that is new where it hears its address', async () => {
  const ferns = 'type Query { fronds: Int }';

  expect(await put('/subgraphs/ferns', ferns)).toMatchObject({
    status: 422,
    errors: [{ message: expect.stringContaining('?url='), extensions: { code: 'SUBGRAPH_UNKNOWN' } }],
  });
  expect(await put('/subgraphs/ferns?url=ferns', ferns)).toMatchObject({ status: 400 });
  expect(await put('/subgraphs/ferns?url=http://127.0.0.1:9/', ferns)).toMatchObject({ status: 200 });
  expect(graph.current.engine.subgraphs).toContainEqual({ name: 'ferns', url: 'http://127.0.0.1:9/' });
});

it('denies to ask a host that nobody named, or an address with a template, for a subgraph', async () => {
  for (const address of ['http://169.254.169.254/', 'http://ferns/', 'http://{host}/', 'http://a:b@127.0.0.1/']) {
    const answer = await put(`/subgraphs/ferns?url=${encodeURIComponent(address)}`, 'type Query { fronds: Int }');
    expect([address, answer.status]).toEqual([address, 400]);
  }
  expect(graph.current.engine.subgraphs).toHaveLength(2);
});

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated", "@override", "@shareable"])';

it('denies a whole supergraph that leads to a host that nobody named, and takes the addresses that it has', async () => {
  const elsewhere = supergraph.replace('http://trees/', 'http://169.254.169.254/');

  expect(await put('/supergraph', elsewhere)).toMatchObject({
    status: 400,
    errors: [{ message: expect.stringContaining('169.254.169.254 is not one of those') }],
  });
  expect(graph.current.engine.supergraph).toBe(supergraph);
  expect(await put('/supergraph', compose([TREES, { ...SHRUBS, url: 'http://127.0.0.1:9/' }]))).toMatchObject({
    status: 200,
  });
});

it('denies a publication that the check refuses, says where, and the old graph goes on', async () => {
  const before = graph.current;
  const sdl = 'type Query { size: Int }\ntype Mutation {\n  fell: Int\n}';

  expect(await put('/subgraphs/trees', sdl)).toMatchObject({
    status: 422,
    errors: [
      { message: expect.stringContaining('[trees:3] Mutation.fell is open'), extensions: { code: 'CHECK_FAILED' } },
    ],
    findings: [{ severity: 'error', code: 'MUTATION_OPEN', line: 3 }],
  });
  expect(await put('/subgraphs/trees', 'type Query { size: Int @resolveTo(sourceName: "shrubs") }')).toMatchObject({
    status: 422,
    findings: [{ code: 'DIRECTIVE_NOT_ALLOWED' }],
  });
  expect(graph.current).toBe(before);
  expect(await ask('{ size }')).toEqual({ data: { size: 3 } });
  expect(graph.state.refused).toMatchObject({ from: 'the subgraph trees', code: 'CHECK_FAILED' });
});

it("denies to take another subgraph's field over, but where that is meant", async () => {
  const sdl = `${LINK} type Query { size: Int height: Int @override(from: "shrubs") }`;

  expect(await put('/subgraphs/trees', sdl)).toMatchObject({ status: 422, findings: [{ code: 'TAKES_OVER' }] });
  expect(await put('/subgraphs/trees?allow=takeover', sdl)).toMatchObject({
    status: 200,
    findings: [{ severity: 'warning', code: 'TAKES_OVER' }],
  });
});

it('denies to open what was protected, by a subgraph or by a whole supergraph, but where that is meant', async () => {
  const closed = `${LINK} type Query { size: Int colour: Int @authenticated }`;
  const open = 'type Query { size: Int, colour: Int }';
  expect(await put('/subgraphs/trees', closed)).toMatchObject({ status: 200 });

  expect(await put('/subgraphs/trees', open)).toMatchObject({ status: 422, findings: [{ code: 'RIGHTS_LOST' }] });
  expect(await put('/supergraph', wider)).toMatchObject({ status: 422, findings: [{ code: 'RIGHTS_LOST' }] });
  expect(await put('/supergraph?allow=rights', wider)).toMatchObject({ status: 200, changed: true });
});

it("denies what another subgraph slips in with somebody's publication", async () => {
  sdls.shrubs = 'type Query { height: Int, size: Int @transport(kind: "x") }';

  expect(await put('/subgraphs/trees', 'type Query { size: Int, age: Int }')).toMatchObject({
    status: 422,
    findings: [{ code: 'OTHER_SUBGRAPH', message: expect.stringContaining('shrubs') }],
  });
});

it('refuses subgraphs that do not fit together with every reason of the composition', async () => {
  const answer = await put('/subgraphs/trees', 'type Query { size: Bark, height: String, of: Twig }');

  expect(answer.status).toBe(422);
  expect(answer.errors.length).toBeGreaterThan(1);
  expect(answer.errors[0].extensions.code).toBe('COMPOSITION_FAILED');
  expect(graph.state.refused).toMatchObject({ from: 'the subgraph trees', code: 'COMPOSITION_FAILED' });
  expect(await put('/subgraphs/trees', 'type Query {')).toMatchObject({
    status: 422,
    errors: [{ message: expect.stringContaining('[trees:1] Syntax Error') }],
  });
});

it('says which subgraph does not answer, and what to do without it', async () => {
  sdls = { trees: TREES.sdl };

  expect(await put('/subgraphs/trees')).toMatchObject({
    status: 503,
    errors: [
      { message: expect.stringMatching(/shrubs.*ECONNREFUSED.*PUT/), extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    ],
  });
});
