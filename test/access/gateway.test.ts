import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { buildEngine, type SubgraphRequest } from '../../gateway/engine/engine.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { identifier } from '../../gateway/identity/identify.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import type { GatewayContext } from '../../gateway/subgraph-client/send-signed.ts';
import { REFUSALS } from '../../shared/errors/refusals.ts';
import { type Caller, isAnonymous, OPERATOR } from '../../shared/trust/caller.ts';
import { PURPOSES, purposeScope } from '../../shared/trust/purpose.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { nowInSeconds, TokenIssuer } from '../kit/token-issuer.ts';
import { declaredBy, expectedRefusal, type Who } from './declared.ts';
import { type AnsweredError, ask, fieldsOf, onTheWay, questionOf, type Way, waysOf } from './matrix.ts';
import { KEYS } from './people.ts';
import { ROLES } from './roles.ts';
import { givenRows } from './rows.ts';

const databases = new Map(ALL_SUBGRAPHS.map((part) => [part.name, new SubgraphUnderTest(part)]));
/** Of a field that several subgraphs have, the stricter word: the others give no more than its key. */
const declared = new Map<string, Who>();
for (const { name } of ALL_SUBGRAPHS) {
  for (const [coordinate, who] of declaredBy(name)) declared.set(coordinate, who ?? declared.get(coordinate) ?? null);
}
const issuer = new TokenIssuer();
const keys = { ...KEYS.institutions, ...KEYS.cps };
let server: Server;
let ways: Way[];

beforeAll(async () => {
  for (const [name, database] of databases) await givenRows(name, database);
  await issuer.start();
  await issuer.addKey('first');
  const send = async ({ subgraph, body, context }: SubgraphRequest<GatewayContext>) => {
    const { query, variables } = JSON.parse(body);
    return { text: JSON.stringify(await databases.get(subgraph)?.ask(query, variables, context.caller)) };
  };
  const graph = new LiveGraph<GatewayContext>({
    supergraph: readFileSync('gateway/supergraph.graphql', 'utf8'),
    build: (supergraph) => buildEngine({ supergraph, send, grantedTo, refusals: REFUSALS }),
    log: () => {},
  });
  const scopes = [...Object.keys(SCOPES), ...PURPOSES.map(purposeScope)];
  server = await serveGateway({
    graph,
    client: { send: async () => ({ text: '{}' }), close: async () => {} },
    operatorToken: 'secret',
    port: 0,
    registry: new Registry(),
    identify: identifier({ operatorToken: 'secret', issuers: [issuer.trusted({ scopes })] }),
  });
  // a subscription that is let through has no end; those are asked in test/federation/access-subscription.test.ts
  ways = waysOf(graph.current.engine.schema).filter(
    ({ type, path }) => path && type.name !== 'Subscription' && path[0]?.from.name !== 'Subscription',
  );
}, 120_000);
afterAll(async () => {
  server.close();
  await issuer.stop();
});

const tokenFor = ({ subject, organisationId, scopes, purpose, roles }: Caller, more: object = {}): Promise<string> =>
  issuer.sign({ sub: subject, org: organisationId, scope: scopes.join(' '), purpose, roles, ...more });

async function post(query: string, token: string | undefined): Promise<{ status: number; text: string }> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, text: await response.text() };
}

it.each(Object.entries(ROLES))(
  'denies to %s through the gateway what is not declared for this caller, by its name, and nothing else',
  async (_, caller) => {
    const token = isAnonymous(caller) ? undefined : caller === OPERATOR ? 'secret' : await tokenFor(caller);
    const send = async (query: string): Promise<readonly AnsweredError[]> =>
      JSON.parse((await post(query, token)).text).errors ?? [];
    const wrong: unknown[] = [];
    for (const way of ways) {
      const found = await ask(send, way, caller, keys);
      for (const field of fieldsOf(way)) {
        const [cell, outcome] = [`${way.type.name}.${field}`, found.get(field) ?? null];
        const expected = [...onTheWay(way), cell]
          .map((coordinate) => expectedRefusal(declared.get(coordinate) ?? null, caller))
          .find((code) => code !== null);
        if ((outcome?.code ?? undefined) !== expected) wrong.push({ cell, expected, outcome });
      }
    }
    expect(wrong).toEqual([]);
  },
  120_000,
);

it('denies everything to a token that has ended, is for another service, or speaks for nobody in the hub', async () => {
  const adviser = ROLES['cps-adviser'] as Caller;
  const ended = { iat: nowInSeconds() - 600, exp: nowInSeconds() - 300 };
  const tokens = await Promise.all(
    [ended, { aud: 'elsewhere' }, { org: 'nobody' }].map((more) => tokenFor(adviser, more)),
  );
  for (const way of ways) {
    for (const token of tokens) {
      const { status, text } = await post(questionOf(way, fieldsOf(way), keys), token);
      expect([status, JSON.parse(text).data]).toEqual([401, undefined]);
    }
  }
}, 120_000);
