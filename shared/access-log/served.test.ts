import { beforeEach, expect, it, jest } from '@jest/globals';
import { GraphQLError, type GraphQLFieldResolver, type GraphQLObjectType } from 'graphql';
import { v4 } from 'uuid';
import type { Beneficiary } from '../../subgraphs/cps/beneficiary/beneficiary.ts';
import type { PersonKey } from '../../subgraphs/cps/person-key/person-key.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import type { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { someone } from '../../test/kit/caller.ts';
import { personWithKey, supportCentre, supportSession } from '../../test/kit/given-cps.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import type { Caller } from '../trust/caller.ts';
import { verifyChain } from './verify-chain.ts';

/** With a guard that denies two fields to `host`, as the one of the schema's directives would. */
async function buildGuarded() {
  const built = await cps.build();
  for (const [type, name] of [
    ['Beneficiary', 'disability'],
    ['Query', 'beneficiary'],
    ['Mutation', 'recordLeaving'],
  ] as const) {
    const field = (built.schema.getType(type) as GraphQLObjectType).getFields()[name];
    const resolve = field?.resolve as GraphQLFieldResolver<unknown, { caller: Caller }>;
    const denied = type === 'Beneficiary' ? 'host' : 'stranger';
    if (!field) continue;
    field.resolve = (source, args, context, info) => {
      if (context.caller.subject === denied)
        throw new GraphQLError(`You may not use ${name}.`, { extensions: { code: 'FORBIDDEN' } });
      return resolve ? resolve(source, args, context, info) : (source as Record<string, unknown>)[name];
    };
  }
  return built;
}

const subgraph = new ServedSubgraph({ ...cps, build: buildGuarded });
const organisationId = v4();
const SCOPES = ['people:read', 'people:write', 'hub:write', 'cps:write', 'figures:read'];
const adviser = someone({
  subject: 'adviser-7',
  organisationId,
  roles: ['adviser', 'mentor'],
  scopes: SCOPES,
  purpose: 'CASE_WORK',
  client: 'cps-desk',
});
const ONE = 'query ($id: ID!) { beneficiary(id: $id) { status birthYear } }';
let centre: SupportCentre;
let anna: Beneficiary;
let key: PersonKey;

beforeEach(async () => {
  centre = supportCentre('CPS');
  centre.organisationId = organisationId;
  [anna, key] = personWithKey(centre, { birthYear: 1971 });
  await subgraph.given(
    centre,
    anna,
    key,
    supportSession(anna, '1.25', '2026-02-02'),
    supportSession(anna, '2.50', '2026-02-03'),
  );
  await subgraph.forgetAccesses();
});

const seen = async () =>
  (await subgraph.accesses()).map(({ type, access, fields }) => `${access} ${type} ${fields.join()}`);

it('detects who looked at whom: a row for each object, with the names of its fields and nothing that is in them', async () => {
  const query = `query ($id: ID!) { beneficiary(id: $id) { ...facts again: birthYear supportSessions { hours } } }
    fragment facts on Beneficiary { birthYear sex supportHours { kind hours } }`;
  await subgraph.request(query, { id: anna.id }, adviser, 'r-1');

  const rows = await subgraph.accesses();
  const asked = {
    jti: subgraph.jti,
    request_id: 'r-1',
    subject: 'adviser-7',
    organisation_id: organisationId,
    roles: ['adviser', 'mentor'],
    purpose: 'CASE_WORK',
    client: 'cps-desk',
    operation_hash: subgraph.operationHash,
    access: 'READ',
    pseudonym: expect.stringMatching(/^[\w-]{43}$/),
  };
  expect(rows).toEqual([
    expect.objectContaining({
      ...asked,
      type: 'Beneficiary',
      fields: ['birthYear', 'sex', 'supportHours', 'supportSessions'],
    }),
    expect.objectContaining({ ...asked, type: 'SupportSession', fields: ['hours'] }),
    expect.objectContaining({ ...asked, type: 'SupportSession', fields: ['hours'] }),
  ]);
  expect(new Set(rows.map(({ pseudonym }) => pseudonym)).size).toBe(1);
  expect(JSON.stringify(rows)).not.toMatch(new RegExp(`1971|FEMALE|1\\.25|${anna.uuid}|${key.hostPseudonym}|ADVICE`));
});

it('detects a look by `_entities`, one at nothing but that somebody is there, and one for somebody who is not', async () => {
  const keys = [key.hostPseudonym, v4()].map((hostPseudonym) => ({ __typename: 'Beneficiary', hostPseudonym }));
  const entities = `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename } }`;
  await subgraph.answer(entities, { keys: [...keys, { __typename: 'SupportCentre', id: centre.id }] }, adviser);
  await subgraph.answer('query ($id: ID!) { beneficiary(id: $id) { __typename } }', { id: anna.id }, adviser);
  await subgraph.answer(ONE, { id: `Beneficiary_${v4()}` }, adviser);

  expect(await seen()).toEqual([
    'READ Beneficiary ',
    'DENIED Beneficiary _entities',
    'READ Beneficiary ',
    'DENIED Beneficiary beneficiary',
  ]);
  const [first, second, third, none] = await subgraph.accesses();
  expect(third?.pseudonym).toBe(first?.pseudonym);
  expect([second?.pseudonym, none?.pseudonym]).toEqual([null, null]); // who is not there has no key
});

it('detects what was denied: with the person where it is known, else with nobody', async () => {
  const host = { ...adviser, subject: 'host' };
  const stranger = { ...adviser, subject: 'stranger' };
  const alone = await subgraph.answer(
    'query ($id: ID!) { beneficiary(id: $id) { disability } }',
    { id: anna.id },
    host,
  );
  const beside = await subgraph.answer(
    'query ($id: ID!) { beneficiary(id: $id) { sex disability } }',
    { id: anna.id },
    host,
  );
  await subgraph.answer(ONE, { id: anna.id }, stranger);
  await subgraph.answer('{ beneficiary(id: "Anna") { sex } }', {}, stranger);

  expect([alone, beside].map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect(await seen()).toEqual([
    'DENIED Beneficiary disability',
    'READ Beneficiary sex',
    'DENIED Beneficiary disability',
    'DENIED Beneficiary beneficiary',
    'DENIED Beneficiary beneficiary',
  ]);
  const pseudonyms = (await subgraph.accesses()).map(({ pseudonym }) => pseudonym);
  expect(pseudonyms).toEqual([...Array(4).fill(pseudonyms[0]), null]);
});

const referral = () => ({
  supportCentreId: centre.id,
  on: '2026-01-05',
  sex: 'MALE',
  birthYear: 1983,
  employmentStatus: 'INACTIVE',
});
const REFER = 'mutation ($input: ReferBeneficiaryInput!) { referBeneficiary(input: $input) { id } }';
const LEAVE = 'mutation ($input: RecordLeavingInput!) { recordLeaving(input: $input) { leftOn } }';
const leaving = (id: string) => ({ id, expectedVersion: 1, reason: 'HEALTH', results: [], on: '2026-02-04' });

it('detects who wrote, what fields, and what was shown of it; and who tried', async () => {
  const { data } = await subgraph.answer(REFER, { input: referral() }, adviser);
  await subgraph.answer(LEAVE, { input: leaving(anna.id) }, adviser);
  await subgraph.answer(LEAVE, { input: leaving(data?.referBeneficiary.id) }, { ...adviser, subject: 'stranger' });
  await subgraph.answer(LEAVE, { input: leaving(`Beneficiary_${v4()}`) }, adviser);

  const rows = await subgraph.accesses();
  expect(await seen()).toEqual([
    expect.stringMatching(/^WRITE Beneficiary .*birthYear.*sex/),
    'READ Beneficiary id',
    expect.stringMatching(/^WRITE Beneficiary leavingReason,leftOn,resultsOn,retainUntil,status/),
    'READ Beneficiary leftOn',
    'DENIED Beneficiary recordLeaving',
    'DENIED Beneficiary recordLeaving',
  ]);
  expect(rows[0]).toMatchObject({ subject: 'adviser-7', operation_hash: expect.any(String), jti: rows[1]?.jti });
  expect(
    rows.map(({ pseudonym }) => pseudonym).map((one) => rows.findIndex(({ pseudonym }) => pseudonym === one)),
  ).toEqual([0, 0, 2, 2, 0, 5]);
});

it('logs nothing where nobody is looked at, and takes no statement for it', async () => {
  subgraph.sql = [];
  await subgraph.answer('{ supportCentres { nodes { name } } }', {}, adviser);

  expect(subgraph.sql).toHaveLength(1);
  expect(await subgraph.accesses()).toEqual([]);
});

const away = (act: () => Promise<void>) => async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await subgraph.asSuperuser('alter table access_log rename to access_log_away');
  try {
    await act();
    return stderr.mock.calls.join();
  } finally {
    await subgraph.asSuperuser('alter table access_log_away rename to access_log');
    stderr.mockRestore();
  }
};

it('denies every answer about people that cannot be logged, refusals too, and says nothing of them anywhere', async () => {
  const told = await away(async () => {
    for (const [query, variables] of [
      [ONE, { id: anna.id }],
      [ONE, { id: `Beneficiary_${v4()}` }],
    ] as const) {
      const response = await subgraph.request(query, variables, adviser);
      const text = await response.text();
      expect(JSON.parse(text)).toEqual({
        errors: [{ message: expect.stringContaining('access log'), extensions: { code: 'ACCESS_LOG_UNAVAILABLE' } }],
      });
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/1971|REFERRED|Beneficiary/);
    }
    expect(await subgraph.answer('{ supportCentres { totalCount } }', {}, adviser)).toEqual({
      data: { supportCentres: { totalCount: 1 } },
    });
  })();

  expect(told).toContain('"errorCode":"42P01"');
  expect(told).toContain('"msg":"the access log cannot be written"');
  expect(told).not.toMatch(new RegExp(`1971|FEMALE|${anna.uuid}|adviser-7`));
});

it('denies a write that cannot be logged: nothing of it is there', async () => {
  await away(async () => {
    const { errors } = await subgraph.answer(REFER, { input: referral() }, adviser);
    expect(errors?.[0]?.extensions?.code).toBe('INTERNAL_SERVER_ERROR');
  })();

  expect(await subgraph.orm.em.fork().execute('select birth_year from beneficiary')).toEqual([{ birth_year: 1971 }]);
  expect(await subgraph.accesses()).toEqual([]);
});

it('survives many who look and write at once: one chain, and a row for each', async () => {
  const acts = Array.from({ length: 40 }, (_, i) =>
    i % 4 === 0
      ? subgraph.answer(REFER, { input: referral() }, adviser)
      : subgraph.answer(ONE, { id: anna.id }, adviser),
  );
  expect((await Promise.all(acts)).filter(({ errors }) => errors)).toEqual([]);

  expect((await seen()).filter((one) => one.startsWith('READ'))).toHaveLength(40);
  expect((await seen()).filter((one) => one.startsWith('WRITE'))).toHaveLength(10);
  expect((await verifyChain(asyncOf(await subgraph.log()))).bad).toBeNull();
});

async function* asyncOf<T>(rows: T[]): AsyncGenerator<T> {
  yield* rows;
}
