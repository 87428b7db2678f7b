import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { Beneficiary } from '../../subgraphs/cps/beneficiary/beneficiary.ts';
import { PersonalRow } from '../../subgraphs/cps/beneficiary/personal-row.ts';
import { people } from '../../subgraphs/cps/people.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import type { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { people as workers } from '../../subgraphs/institutions/people.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { someone } from '../../test/kit/caller.ts';
import { personWithKey, supportCentre } from '../../test/kit/given-cps.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import { append, type Entry } from './append.ts';
import { type Run, runIn } from './people.ts';

const subgraph = new ServedSubgraph(cps);
const organisationId = v4();
const caller = {
  subject: 'adviser-7',
  organisationId,
  roles: ['adviser'],
  purpose: 'CASE_WORK',
  client: null,
} as const;
const asker = { caller, jti: null, requestId: null, operation: () => null };
const LOG = `accessLog(first: $first, after: $after) {
  nodes { at organisation { id } roles purpose type fields access } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor } }`;
const ASK = `query ($id: ID!, $first: Int! = 20, $after: String) { beneficiary(id: $id) { ${LOG} } }`;
let centre: SupportCentre;
let [anna, bea]: Beneficiary[] = [];
let run: Run;

beforeEach(async () => {
  await subgraph.asSuperuser('truncate access_log');
  centre = supportCentre('CPS');
  const people = [personWithKey(centre), personWithKey(centre)] as const;
  [[anna], [bea]] = people;
  await subgraph.given(centre, ...people.flat());
  await subgraph.asSuperuser('truncate access_log');
  run = runIn(subgraph.orm.em);
});

async function looked(at: Beneficiary | undefined, ...fields: string[]): Promise<void> {
  const [pseudonym = null] = await people.pseudonymsOf(run, [at?.uuid ?? '']);
  const entries = fields.map(
    (field): Entry => ({ type: 'Beneficiary', pseudonym, fields: new Set([field]), access: 'READ' }),
  );
  await append(run, asker, entries);
}

async function ownLog(of: Beneficiary | undefined, page: object = {}) {
  const self = someone({ subject: of?.id ?? '', scopes: ['people:read'], purpose: 'DATA_SUBJECT' });
  const { data, errors } = await subgraph.ask(ASK, { id: of?.id, ...page }, self);
  if (errors) throw errors[0];
  return data?.beneficiary.accessLog;
}

it('shows a person who looked, for which organisation and why, the newest first, and nobody else', async () => {
  await looked(anna, 'sex', 'birthYear');
  await looked(bea, 'disability');
  await looked(anna, 'status');

  const { nodes, pageInfo } = await ownLog(anna);
  expect(nodes.map(({ fields }: { fields: string[] }) => fields[0])).toEqual(['status', 'birthYear', 'sex']);
  expect(nodes[0]).toEqual({
    at: expect.stringMatching(/^20.*Z$/),
    organisation: { id: `Organisation_${organisationId}` },
    roles: ['adviser'],
    purpose: 'CASE_WORK',
    type: 'Beneficiary',
    fields: ['status'],
    access: 'READ',
  });
  expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
});

it('pages through it, and hides how much is in the whole log', async () => {
  await looked(anna, 'a', 'b');
  await looked(bea, 'x');
  await looked(anna, 'c');
  const first = await ownLog(anna, { first: 2 });
  const second = await ownLog(anna, { first: 2, after: first.pageInfo.endCursor });
  const end = await ownLog(anna, { first: 2, after: second.pageInfo.endCursor });

  const fieldsOf = (page: { nodes: { fields: string[] }[] }) => page.nodes.map(({ fields }) => fields[0]);
  expect([first, second, end].map(fieldsOf)).toEqual([['c', 'b'], ['a'], []]);
  expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
  expect(JSON.parse(Buffer.from(first.pageInfo.endCursor, 'base64url').toString())).toEqual([
    'hash',
    expect.stringMatching(/^[0-9a-f]{64}$/),
  ]);
  for (const after of [first.pageInfo.endCursor, 'nonsense'])
    await expect(ownLog(bea, { after })).rejects.toMatchObject({ extensions: { code: 'INVALID', field: 'after' } });
  await expect(ownLog(anna, { first: 101 })).rejects.toMatchObject({ extensions: { code: 'INVALID', field: 'first' } });
});

it.each([1, 50])('reads the log of %i people in three statements', async (many) => {
  const others = Array.from({ length: many }, () => personWithKey(centre));
  await subgraph.orm.em.fork().persist(others.flat()).flush();
  const keys = others.map(([, { hostPseudonym }]) => ({ __typename: 'Beneficiary', hostPseudonym }));
  const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    ... on Beneficiary { accessLog { nodes { access } } } } }`;
  const caller = someone({ scopes: ['people:audit', 'people:read'], purpose: 'AUDIT' });

  const { data } = await subgraph.ask(query, { keys }, caller);

  expect(data?._entities).toEqual(others.map(() => ({ accessLog: { nodes: [{ access: 'WRITE' }] } })));
  expect(subgraph.sql).toHaveLength(3); // people, the key of pseudonyms, and the log
});

it('hides who it was where a person looked at their own data: no name beside the pseudonym', async () => {
  await subgraph.asSuperuser('truncate access_log');
  const self = someone({ subject: `https://id.example#${anna?.id}`, scopes: ['people:read'], purpose: 'DATA_SUBJECT' });
  await subgraph.answer('query ($id: ID!) { beneficiary(id: $id) { sex } }', { id: anna?.id }, self);

  const [row, ...more] = await subgraph.log();
  expect(more).toEqual([]);
  expect(row).toMatchObject({ subject: 'the person', access: 'READ', fields: ['sex'] });
  expect(JSON.stringify(row)).not.toContain(anna?.uuid);
});

it('detects who reads the log', async () => {
  await looked(anna, 'sex');
  const auditor = someone({ subject: 'auditor', scopes: ['people:audit', 'people:read'], purpose: 'AUDIT' });
  await subgraph.answer(ASK, { id: anna?.id }, auditor);

  const log = await subgraph.log();
  expect(log.at(-1)).toMatchObject({ subject: 'auditor', purpose: 'AUDIT', access: 'READ', fields: ['accessLog'] });
  expect(log.at(-1)?.pseudonym).toBe(log[0]?.pseudonym);
});

it('hides the names of staff from the person, and everything from whoever is neither', async () => {
  for (const [{ sdl }, field] of [
    [await cps.build(), 'accessLog'],
    [await institutions.build(), 'hostAccessLog'],
  ] as const) {
    const needs = (name: string) =>
      new RegExp(`\\n {2}${name}(?:\\([^)]*\\))?: [^\\n]*@requiresScopes\\(scopes: ([^)]*)\\)`).exec(sdl)?.[1];
    const audit = '["people:audit", "purpose:AUDIT"]';
    expect(needs(field)).toBe(`[["people:read", "purpose:DATA_SUBJECT"], ${audit}]`);
    expect(needs('subject')).toBe(`[${audit}]`);
    expect(sdl).not.toMatch(/type PersonAccessConnection[^}]*totalCount/);
  }
});

it('knows whom every row about a person is about', () => {
  const personal = cps.entities.filter((one) => one === Beneficiary || one.prototype instanceof PersonalRow);
  const employed = institutions.entities.filter(({ name }) => ['Employment', 'StaffRole'].includes(name));

  expect(personal.map(({ name }) => name).sort()).toEqual(Object.keys(people.types).sort());
  expect(['Beneficiary', ...employed.map(({ name }) => name)].sort()).toEqual(Object.keys(workers.types).sort());
});
