import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { isObjectType, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import { Registry } from 'prom-client';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { serveGateway } from '../../gateway/host/serve.ts';
import { grantedTo } from '../../gateway/identity/granted-to.ts';
import { LiveGraph } from '../../gateway/live-graph/live-graph.ts';
import { personQuestions, readAccess } from '../../gateway/people/person-questions.ts';
import type { GatewayContext } from '../../gateway/subgraph-client/send-signed.ts';
import { isAboutPeople } from '../../shared/access/people-types.ts';
import { ANONYMOUS, type Caller, grantedScopes } from '../../shared/trust/caller.ts';
import type { Beneficiary } from '../../subgraphs/cps/beneficiary/beneficiary.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import type { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { adviserOf, dataSubject, payrollOf, someone } from '../kit/caller.ts';
import { personWithKey, supportCentre, supportSession } from '../kit/given-cps.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../kit/given-institutions.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';

const subgraphs = { cps: new SubgraphUnderTest(cps), institutions: new SubgraphUnderTest(institutions) };
const supergraph = readFileSync('gateway/supergraph.graphql', 'utf8');

/** Who is at the other end of the gateway's door. */
let caller: Caller;
let silent: string[];
/** The documents that subgraphs were sent, and with what. */
let asked: string[];
let server: Server;

beforeAll(async () => {
  const engine = () =>
    buildEngine<GatewayContext>({
      supergraph,
      grantedTo,
      send: async ({ subgraph, body, context }) => {
        asked.push(body);
        const partner = subgraphs[subgraph as keyof typeof subgraphs];
        if (!partner || silent.includes(subgraph)) throw new Error('gone');
        const { query, variables } = JSON.parse(body);
        return { text: JSON.stringify(await partner.ask(query, variables, context.caller)) };
      },
    });
  const graph = new LiveGraph<GatewayContext>({
    supergraph,
    build: engine,
    log: () => {},
    http: { queryDeadline: 20_000, showsPlans: false },
  });
  server = await serveGateway({
    graph,
    client: { send: async () => ({ text: '' }), close: async () => {} } as never,
    operatorToken: undefined,
    port: 0,
    registry: new Registry(),
    identify: async () => ({ caller }),
  });
});
afterAll(() => void server.close());

let centre: SupportCentre;
let person: Beneficiary;
let other: Beneficiary;
const host = parentInstitution();
const SESSIONS = 205;

beforeEach(async () => {
  silent = ['outcomes'];
  asked = [];
  centre = supportCentre('CPS');
  const [[one, key], [another, itsKey]] = [personWithKey(centre, { birthYear: 1957 }), personWithKey(centre)];
  [person, other] = [one, another];
  const theatre = manufactory(parentInstitution(), 'Theatre', PROTECTED);
  const place = parentInstitution();
  theatre.parentInstitutionId = place.uuid;
  const sessions = Array.from({ length: SESSIONS }, () => supportSession(person, '0.25', '2026-02-03'));
  await subgraphs.cps.given(centre, person, key, other, itsKey, ...sessions);
  const work = [key, itsKey].map(({ hostPseudonym }) => employment(theatre, hostPseudonym));
  await subgraphs.institutions.given(place, theatre, ...work);
});

async function take(id: string, as: Caller, method = 'GET') {
  caller = as;
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/people/${id}/data.json`, { method });
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  const body = (await response.json()) as any;
  return { status: response.status, headers: response.headers, body, code: body.errors?.[0].extensions.code };
}

it('gives a person all that is kept of the person, from every subgraph, however much it is', async () => {
  for (const as of [dataSubject(person), adviserOf(centre)]) {
    const { status, headers, body } = await take(person.id, as);

    expect([status, headers.get('cache-control'), headers.get('content-disposition')]).toEqual([
      200,
      'no-store',
      'attachment; filename="person.json"',
    ]);
    expect(body.person).toMatchObject({ id: person.id, birthYear: 1957, supportCentre: { name: 'CPS' }, plans: [] });
    expect(body.person.employments).toEqual([
      expect.objectContaining({ weeklyHours: '40.0', manufactory: expect.objectContaining({ name: 'Theatre' }) }),
    ]);
    const sessions = body.person.supportSessions.map(({ id }: { id: string }) => id);
    expect([sessions.length, new Set(sessions).size]).toEqual([SESSIONS, SESSIONS]);
  }
});

it('detects what is missing, names it with its partner, and gives the rest', async () => {
  const whole = await take(person.id, adviserOf(centre));
  expect(whole.body.complete).toBe(false); // the names of territories are the networks'
  expect(whole.body.missing.map(({ service }: { service: string }) => service)).toEqual(['outcomes']);

  silent.push('institutions');
  const { status, body } = await take(person.id, adviserOf(centre));

  expect([status, body.complete, body.person.employments, body.person.birthYear]).toEqual([200, false, null, 1957]);
  expect(body.missing).toEqual(
    expect.arrayContaining([
      {
        path: 'beneficiary',
        code: expect.any(String),
        message: expect.any(String),
        service: 'institutions',
      },
    ]),
  );
  silent.push('cps');
  expect(await take(person.id, adviserOf(centre))).toMatchObject({ status: 503, code: 'SUBGRAPH_UNAVAILABLE' });
});

it('hides others from a person, and those who are not there, all alike', async () => {
  const nobody = 'Beneficiary_00000000-0000-4000-8000-000000000000';
  const told = await Promise.all(
    [other.id, nobody, 'Beneficiary_x', centre.id].map((id) => take(id, dataSubject(person))),
  );

  expect(told.map(({ status, body }) => [status, body])).toEqual(told.map(() => [404, told[0]?.body]));
  expect(JSON.stringify(told[0]?.body)).not.toContain(other.uuid);
});

it.each<[string, Caller, number, string]>([
  ['nobody', ANONYMOUS, 401, 'UNAUTHENTICATED'],
  ['a host', payrollOf(host), 403, 'FORBIDDEN'],
  ['who counts', someone({ scopes: ['people:read'], purpose: 'STATISTICS' }), 403, 'FORBIDDEN'],
  [
    'who works on cases and may not read',
    someone({ scopes: ['people:write'], purpose: 'CASE_WORK' }),
    403,
    'FORBIDDEN',
  ],
])('denies the data of a person to %s, before anybody is asked', async (_who, as, status, code) => {
  expect(await take(person.id, as)).toMatchObject({ status, code });
  expect(asked).toEqual([]);
});

it('denies other ways than to take it', async () => {
  expect(await take(person.id, adviserOf(centre), 'POST')).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
});

/** Types about people that are not about the person: what an erasure left, and an institution's own staff. */
const OTHERS = ['Erasure', 'ErasurePart', 'StaffRole'];

it('detects a field about people that nobody would be told: all of them are asked for, or named as withheld', () => {
  const schema = readAccess(supergraph);
  const seen = (granted: ReadonlySet<string>) => {
    const { query, lists, withheld } = personQuestions(schema, granted);
    const fields = new Set(withheld);
    for (const one of [query, ...lists.map((list) => list.query)]) {
      const document = parse(one);
      expect(validate(schema, document)).toEqual([]);
      const info = new TypeInfo(schema);
      const note = () => void fields.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}`);
      visit(document, visitWithTypeInfo(info, { Field: note }));
    }
    return [...fields];
  };
  const all = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => isAboutPeople(type) && !OTHERS.includes(type.name))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ field, at: `${type.name}.${field.name}` })))
    .filter(({ field }) => !field.astNode?.directives?.some((directive) => directive.name.value === 'inaccessible'))
    .map(({ at }) => at);

  const asPerson = seen(grantedScopes(dataSubject({ id: 'Beneficiary_1' })));
  expect(all.filter((field) => !asPerson.includes(field))).toEqual([]);
  expect(all.length).toBeGreaterThan(60);
  const asCounting = personQuestions(schema, new Set(['people:read', 'purpose:STATISTICS']));
  expect(asCounting.withheld).toContain('Beneficiary.potentialAssessment');
  expect(asCounting.query).not.toContain('passion');
});
