import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serveSubgraph } from '../../../shared/subgraph/serve.ts';
import { ANONYMOUS, type Caller, OPERATOR } from '../../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../../shared/trust/signed-request.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const key = subgraphKey(randomBytes(32).toString('base64url'));
let server: Server;
beforeAll(async () => {
  const { orm, schema } = subgraph;
  server = await serveSubgraph({ subgraph: outcomes, schema, orm, key, port: 0, isHeard: () => true });
});
afterAll(async () => {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
});

async function keptFor(query: string, caller: Caller): Promise<string | null> {
  const body = JSON.stringify({ query });
  const authorization = signRequest(key, 'outcomes', body, caller);
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  });
  expect(await response.json()).not.toHaveProperty('errors');
  return response.headers.get('cache-control');
}

const REFERENCE = `{ __typename: "Release", id: "Release_${crypto.randomUUID()}" }`;

it.each([
  '{ releases { totalCount } }',
  '{ release(id: "Release_none") { id } }',
  `{ _entities(representations: [${REFERENCE}]) { ... on Release { id } } }`,
])('lets nobody keep an answer that may show drafts, of whose changes nothing is told: %s', async (query) => {
  expect(await keptFor(query, OPERATOR)).toBe('no-store');
  expect(await keptFor(query, ANONYMOUS)).toMatch(/max-age=60/);
});

it('lets everybody keep what only what is published can be', async () => {
  const query = '{ latestRelease(dataset: "PEOPLE", territory: "PL") { id } }';

  expect(await keptFor(query, OPERATOR)).toMatch(/max-age=60/);
});
