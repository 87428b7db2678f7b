import { afterEach, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { Registry } from 'prom-client';
import { WebSocket } from 'ws';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import { someone } from '../../test/kit/caller.ts';
import { type Forest, serveForest } from '../../test/kit/live-forest.ts';
import { hashOf } from '../graphql-over-http/document-hash.ts';
import type { Registration } from '../graphql-over-http/document-source.ts';
import { RegisteredOperations } from '../graphql-over-http/registered-operations.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import type { Admission } from './admission.ts';
import { limitSettings } from './limit-settings.ts';
import { startLimits } from './start-limits.ts';

let forest: Forest;
let registry: Registry;
afterEach(() => forest.close());

/** The gateway with these settings, as a program that is started with them. */
async function serve(environment: Record<string, string>, registration?: Registration<GatewayContext>) {
  registry = new Registry();
  const settings = limitSettings(environment);
  const limits = await startLimits(settings, registry, () => {}, new Map());
  const admission: Admission<GatewayContext> = limits.admission;
  forest = await serveForest({
    settings: settings.host,
    http: { admission, registration: registration ?? limits.registration },
    identify: async (authorization) => {
      if (authorization === undefined) return { caller: ANONYMOUS };
      if (authorization === 'Bearer operator') return { caller: OPERATOR };
      const [, scope] = /^Bearer with (.+)$/.exec(authorization) ?? [];
      if (scope) return { caller: someone({ scopes: [scope] }) };
      return { caller: someone({ subject: authorization, client: 'desk' }) };
    },
  });
}

const JSON_BODY = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
interface Told {
  status: number;
  code: string | undefined;
  data: unknown;
  message: string;
  retryAfter: string | null;
}

async function told(response: Response): Promise<Told> {
  const text = await response.text();
  const json = /^data: (\{.+)$/m.exec(text)?.[1] ?? text;
  const { errors, data } = JSON.parse(json);
  const [error] = errors ?? [];
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, code: error?.extensions?.code, data, message: error?.message ?? '', retryAfter };
}
const post = async (body: object, headers: Record<string, string> = {}) =>
  told(await fetch(forest.url, { method: 'POST', headers: { ...JSON_BODY, ...headers }, body: JSON.stringify(body) }));
const get = async (query: string) => told(await fetch(`${forest.url}?query=${encodeURIComponent(query)}`));
const stream = async (query: string) => {
  const headers = { ...JSON_BODY, accept: 'text/event-stream' };
  return told(await fetch(forest.url, { method: 'POST', headers, body: JSON.stringify({ query }) }));
};
async function socket(query: string): Promise<string | undefined> {
  const client = createClient({ url: forest.wsUrl, webSocketImpl: WebSocket, retryAttempts: 0 });
  return new Promise<string | undefined>((resolve) => {
    client.subscribe(
      { query },
      {
        next: () => resolve(undefined),
        error: (errors) => resolve((errors as { extensions: { code: string } }[])[0]?.extensions?.code),
        complete: () => {},
      },
    );
  }).finally(() => client.dispose());
}
const refusals = async (code: string): Promise<number> => {
  const metric = await registry.getSingleMetric('hub_requests_refused_total')?.get();
  return metric?.values.find(({ labels }) => labels.code === code)?.value ?? -1;
};

const ALIASES = '{ a: tree(id: 1) { name } b: tree(id: 2) { name } c: tree(id: 3) { name } }';

it('denies over every transport what a document has too much of, and asks nobody', async () => {
  await serve({ ALIASES_LIMIT: '2', COST_LIMIT: '2' });
  const costly = ALIASES.replaceAll(/[abc]: tree/g, 'tree').replaceAll(/id: \d/g, 'id: 1');

  for (const [query, code] of [
    [ALIASES, 'TOO_MANY_ALIASES'],
    [costly, 'TOO_COSTLY'],
  ] as const) {
    expect(await post({ query })).toMatchObject({ status: 400, code });
    expect([(await get(query)).code, (await stream(query)).code, await socket(query)]).toEqual([code, code, code]);
    expect(await refusals(code)).toBe(4);
  }
  expect(forest.fetches).toEqual([]);
  expect((await post({ query: '{ a: tree(id: 1) { name } b: tree(id: 1) { name } }' })).data).toBeDefined();
});

it('denies over every transport who has spent their share, until it is filled again, and others nothing', async () => {
  await serve({ RATE_PER_SECOND: '1', RATE_BURST: '4' });
  const query = '{ tree(id: 1) { name } }';

  expect((await post({ query })).data).toBeDefined();
  expect((await get(query)).data).toBeDefined();
  expect(await post({ query })).toMatchObject({
    status: 429,
    code: 'RATE_LIMITED',
    retryAfter: '1',
    message: expect.stringContaining('ask again in 1 s'),
  });
  expect(await get(query)).toMatchObject({ status: 429 });
  expect(await stream(query)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect(await stream('subscription { grown { tree { id } } }')).toMatchObject({ status: 429 });
  expect([await socket(query), await socket('subscription { grown { tree { id } } }')]).toEqual([
    'RATE_LIMITED',
    'RATE_LIMITED',
  ]);
  expect(await refusals('RATE_LIMITED')).toBe(6);
  expect((await post({ query }, { authorization: 'Bearer anna' })).data).toBeDefined();
  for (let i = 0; i < 10; i++) expect((await post({ query }, { authorization: 'Bearer operator' })).status).toBe(200);
});

it('denies a subscription that costs more than is left, when it begins', async () => {
  const query = 'subscription { grown { tree { id } } }'; // costs 2, and reading it 1
  await serve({ RATE_PER_SECOND: '1', RATE_BURST: '2' });
  expect(await stream(query)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  await forest.close();

  await serve({ RATE_PER_SECOND: '1', RATE_BURST: '2' });
  expect(await socket(query)).toBe('RATE_LIMITED');
});

it('makes whoever sends documents that are refused pay for each', async () => {
  await serve({ RATE_PER_SECOND: '1', RATE_BURST: '2' });
  const codes = [await post({ query: '{ x }' }), await post({ query: '{ y }' }), await post({ query: '{ z }' })];

  expect(codes.map(({ code }) => code)).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'RATE_LIMITED',
  ]);
});

it.each(['cps:write', 'figures:submit'])(
  'takes a file to its last byte from who has %s, and no byte more',
  async (scope) => {
    const body = { query: '{ tree(id: 1) { name } }', padding: 'x'.repeat(50) };
    const size = Buffer.byteLength(JSON.stringify(body));
    await serve({ BODY_LIMIT_BYTES: `${size - 1}`, WRITE_BODY_LIMIT_BYTES: `${size}` });
    const larger = { ...body, padding: `${body.padding}x` };

    expect((await post(body, { authorization: `Bearer with ${scope}` })).status).toBe(200);
    expect(await post(larger, { authorization: `Bearer with ${scope}` })).toMatchObject({ status: 413 });
    expect(await post(body, { authorization: 'Bearer with orders:write' })).toMatchObject({ status: 413 });
  },
);

it('denies a body that is one byte larger than it may be, and one with two operations', async () => {
  const body = { query: '{ tree(id: 1) { name } }', padding: 'x'.repeat(50) };
  const size = Buffer.byteLength(JSON.stringify(body));
  await serve({ BODY_LIMIT_BYTES: `${size}`, WRITE_BODY_LIMIT_BYTES: `${size + 1}` });
  const larger = { ...body, padding: `${body.padding}x` };

  expect((await post(body)).status).toBe(200);
  expect(await post(larger)).toMatchObject({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
  expect((await post(larger, { authorization: 'Bearer operator' })).status).toBe(200);
  expect(await post([{}, {}])).toMatchObject({
    status: 400,
    code: 'BATCH_REFUSED',
    message: expect.stringContaining('2'),
  });
});

it('denies the schema, and the names that a mistake is near to, to whom it is not for', async () => {
  await serve({ INTROSPECTION: 'authenticated' });
  const [schema, mistake] = [{ query: '{ __schema { queryType { name } } }' }, { query: '{ tre(id: 1) { name } }' }];
  const page = () => fetch(forest.url, { headers: { accept: 'text/html' } });

  expect(await post(schema)).toMatchObject({ status: 400, code: 'INTROSPECTION_OFF' });
  expect((await get('{ ...F } fragment F on Query { t: __type(name: "Tree") { name } }')).code).toBe(
    'INTROSPECTION_OFF',
  );
  expect((await post({ query: '{ __typename }' })).data).toEqual({ __typename: 'Query' });
  expect((await post(mistake)).message).toBe('Cannot query field "tre" on type "Query".');
  expect((await post(mistake, { authorization: 'Bearer anna' })).message).toContain('Did you mean "tree"');
  expect((await post(schema, { authorization: 'Bearer anna' })).data).toBeDefined();
  expect((await page()).headers.get('content-type')).toContain('text/html');
  await forest.close();

  await serve({ INTROSPECTION: 'off' });
  expect(await post(schema, { authorization: 'Bearer anna' })).toMatchObject({ code: 'INTROSPECTION_OFF' });
  expect((await page()).status).toBe(406);
});

it('denies every operation but those that are registered for the client, over every transport', async () => {
  const [known, open, other] = ['{ tree(id: 1) { name } }', '{ tree(id: 1) { id } }', '{ tree(id: 2) { name } }'];
  const operations = new RegisteredOperations();
  operations.replace(
    new Map([
      ['desk', new Map([[hashOf(known), known]])],
      ['public', new Map([[hashOf(open), open]])],
    ]),
  );
  await serve(
    {},
    { operations, clientOf: ({ caller }) => caller.client, maySendOthers: ({ caller }) => caller === OPERATOR },
  );
  const desk = { authorization: 'Bearer anna' };
  const REFUSED = 'OPERATION_NOT_REGISTERED';

  expect((await post({ documentId: `sha256:${hashOf(known)}` }, desk)).data).toBeDefined();
  expect(
    (await post({ extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(known) } } }, desk)).data,
  ).toBeDefined();
  expect((await post({ query: known }, desk)).data).toBeDefined();
  expect((await post({ documentId: hashOf(open) }, desk)).data).toBeDefined();
  expect((await get(open)).data).toBeDefined();
  expect(await post({ query: known })).toMatchObject({ status: 400, code: REFUSED });
  expect(await post({ documentId: hashOf(known) })).toMatchObject({ code: REFUSED });
  expect(await post({ query: other, documentId: hashOf(known) }, desk)).toMatchObject({ code: REFUSED });
  expect(
    await post({ query: other, extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(other) } } }, desk),
  ).toMatchObject({ code: REFUSED });
  expect([(await get(other)).code, (await stream(other)).code, await socket(other)]).toEqual([
    REFUSED,
    REFUSED,
    REFUSED,
  ]);
  expect(await post({}, desk)).toMatchObject({ code: REFUSED });
  expect((await post({ query: other }, { authorization: 'Bearer operator' })).data).toBeDefined();
});

it('survives variables that are nested as deep as a body is long', async () => {
  await serve({});
  const nested = (depth: number) =>
    `{"query":"{ tree(id: 1) { name } }","variables":{"x":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
  const send = async (body: string) => told(await fetch(forest.url, { method: 'POST', headers: JSON_BODY, body }));

  expect(await send(nested(99))).toMatchObject({ status: 200 });
  expect(await send(nested(100))).toMatchObject({ status: 400, code: 'TOO_DEEP' });
  expect(await send(nested(200_000))).toMatchObject({ status: 400, code: 'TOO_DEEP' });
});
