import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { someone } from '../../test/kit/caller.ts';
import { beneficiary, supportCentre } from '../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { ANONYMOUS, type Caller, OPERATOR } from '../trust/caller.ts';
import { signRequest, subgraphKey } from '../trust/signed-request.ts';
import { serveSubgraph } from './serve.ts';

const subgraph = new SubgraphUnderTest(cps);
const key = subgraphKey(randomBytes(32).toString('base64url'));
let server: Server;
let url: string;
let isHeard = true;
beforeAll(async () => {
  const { schema } = await cps.build();
  server = await serveSubgraph({ subgraph: cps, schema, orm: subgraph.running, key, port: 0, isHeard: () => isHeard });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => void server.close());

async function ask(query: string, authorization?: string) {
  const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: response.status, text: await response.text() };
}

async function headersOf(query: string, caller = OPERATOR) {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', authorization: signRequest(key, 'cps', body, caller) };
  const response = await fetch(url, { method: 'POST', headers, body });
  await response.text();
  return { touched: response.headers.get('hub-touched'), cache: response.headers.get('cache-control') };
}
const signed = async (query: string, caller: Caller = ANONYMOUS, audience = 'cps') =>
  ask(query, signRequest(key, audience, JSON.stringify({ query }), caller));

it.each(['{ _service { sdl } }', '{ __schema { types { name } } }', '{ ideas { nodes { id } } }', 'nonsense'])(
  'denies every request that its gateway did not sign, all alike: %s',
  async (query) => {
    const refused = { status: 401, text: expect.stringContaining('answers only its gateway') };

    expect(await ask(query)).toEqual(refused);
    expect(await ask(query, 'Bearer abc')).toEqual(refused);
    expect(await signed(query, OPERATOR, 'marketplace')).toEqual(refused);
    expect(await ask(query, signRequest(key, 'cps', JSON.stringify({ query: '{ __typename }' }), OPERATOR))).toEqual(
      refused,
    );
  },
);

it('denies a request that was sent before, as if it were not signed', async () => {
  const query = '{ ideas { totalCount } }';
  const header = signRequest(key, 'cps', JSON.stringify({ query }), ANONYMOUS);

  expect((await ask(query, header)).status).toBe(200);
  expect(await ask(query, header)).toEqual({ status: 401, text: expect.stringContaining('answers only its gateway') });
});

it('denies an operation in the address, which no signature is of', async () => {
  const authorization = signRequest(key, 'cps', '', OPERATOR);
  const headers = { authorization, 'apollo-require-preflight': '1' };
  const response = await fetch(`${url}?query={ideas{totalCount}}`, { headers });

  expect([response.status, await response.text()]).toEqual([405, expect.stringContaining('METHOD_NOT_ALLOWED')]);
});

it('answers what its gateway signed', async () => {
  await subgraph.given();

  expect(await signed('{ ideas { totalCount } }')).toEqual({
    status: 200,
    text: expect.stringContaining('"totalCount":0'),
  });
});

it('denies a write to a caller without the scope, whatever the gateway let through', async () => {
  const write = 'mutation { importIdeas(partner: "x", csv: "key") { problems { line } } }';
  const somebody = someone({ subject: 'adviser', scopes: ['hub:read'] });

  expect((await signed(write)).text).toContain('"code":"UNAUTHENTICATED"');
  expect((await signed(write, somebody)).text).toContain('"code":"FORBIDDEN"');
  expect((await signed(write, OPERATOR)).text).toContain('"problems":[{');
});

it('denies an export alike', async () => {
  const somebody = someone({ subject: 'adviser', scopes: ['hub:read'] });

  expect((await signed('{ exportIdeas { csv } }')).text).toContain('"code":"UNAUTHENTICATED"');
  expect((await signed('{ exportIdeas { csv } }', somebody)).text).toContain('"code":"FORBIDDEN"');
  expect((await signed('{ exportIdeas { csv } }', OPERATOR)).text).toContain('"exportIdeas":[');
});

it('hides what went wrong inside from the caller', async () => {
  await subgraph.orm.em.fork().execute('alter table idea rename to idea_away');
  const { text } = await signed('{ ideas { nodes { id } } }');
  await subgraph.orm.em.fork().execute('alter table idea_away rename to idea');

  expect(JSON.parse(text).errors).toEqual([
    expect.objectContaining({
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
      message: expect.not.stringContaining('idea'),
    }),
  ]);
  expect(text).not.toMatch(/relation|\.ts|stack/);
});

it('lets a query that went well be kept for a minute, entities alike', async () => {
  const entities =
    '{ _entities(representations: [{ __typename: "Manufactory", id: "Manufactory_1" }]) { __typename } }';

  for (const query of ['{ ideas { totalCount } }', '{ ideas { nodes { id } } }', entities]) {
    expect(await headersOf(query)).toEqual({ touched: null, cache: 'max-age=60, public' });
  }
});

it('lets nobody keep an answer with an error, a write, or anything while nobody would hear of a change', async () => {
  const failing = '{ ideas { totalCount } exportIdeas { csv } }';
  const write = 'mutation { importIdeas(partner: "x", csv: "key") { problems { line } } }';

  expect(await headersOf(failing, ANONYMOUS)).toEqual({ touched: null, cache: 'no-store' });
  expect(await headersOf(write)).toEqual({ touched: null, cache: 'no-store' });
  isHeard = false;
  expect(await headersOf('{ ideas { totalCount } }')).toEqual({ touched: null, cache: 'no-store' });
  isHeard = true;
});

it('answers a write with what it touched, as the event of it says', async () => {
  await subgraph.given();
  const csv =
    'key,organisation,name,hosted_by,host_unit,territory,source\\ncps,norwid/cps,The centre,,,PL_1261011,invented';
  const { touched } = await headersOf(`mutation { importSupportCentres(partner: "x", csv: "${csv}") { added } }`);

  expect([JSON.parse(String(touched))]).toEqual(await subgraph.touched());
  expect(JSON.parse(String(touched))).toMatchObject({ rows: ['SupportCentre'] });
});

it('lets nobody keep an answer that people may be in, whether there is one or not', async () => {
  const adviser = someone({ subject: 'adviser', scopes: ['people:read', 'people:erase'], purpose: 'CASE_WORK' });
  const [centre, id] = [supportCentre('CPS'), '{ __typename: "Beneficiary", id: "Beneficiary_1" }'];
  const person = beneficiary(centre);
  await subgraph.given(centre, person);

  for (const query of [
    `{ beneficiary(id: "${person.id}") { sex } }`,
    '{ ideas { totalCount } beneficiary(id: "Beneficiary_1") { sex } }',
    `{ _entities(representations: [${id}]) { ... on Beneficiary { sex } } }`,
    '{ unansweredErasures { id } }',
  ]) {
    expect(await headersOf(query, adviser)).toEqual({ touched: null, cache: 'no-store' });
  }
});
