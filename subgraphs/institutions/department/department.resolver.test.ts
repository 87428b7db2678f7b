import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { department, INDEPENDENT, manufactory, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { writeTo } from '../../../test/kit/write-institutions.ts';
import type { ParentInstitution } from '../parent-institution/parent-institution.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);
let host: ParentInstitution;

beforeEach(() => {
  host = parentInstitution();
});

it.each([
  ['null', ['Attic', 'Cellar', 'Stage']],
  ['{ open: true }', ['Cellar', 'Stage']],
  ['{ open: false }', ['Attic']],
])('lists and counts the departments of the filter %s, by name', async (filter, expected) => {
  const attic = department(host, 'Attic', { closedOn: '2006-01-31' });
  await subgraph.given(host, department(host, 'Stage'), attic, department(host, 'Cellar'));

  const { departments } = await read(subgraph, `{ departments(filter: ${filter}) { totalCount nodes { name } } }`);

  expect(departments.nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  expect(departments.totalCount).toBe(expected.length);
});

it.each([1, 10, 1000])(
  'reads %i departments, with their hosts and manufactories, in a fixed number of statements',
  async (many) => {
    const hosts = Array.from({ length: many }, () => parentInstitution());
    const rows = hosts.map((one, i) => department(one, `D${i}`));
    const hosted = rows.map(({ uuid }, i) =>
      manufactory(hosts[i] as ParentInstitution, `M${i}`, { departmentId: uuid, ...(i % 2 ? {} : INDEPENDENT) }),
    );
    await subgraph.given(...hosts, ...rows, ...hosted);

    const keys = [...rows.map(({ id }) => id), `Department_${v4()}`, hosts[0]?.id ?? ''].reverse();
    const fields = 'name parentInstitution { id } manufactories { totalCount nodes { name department { name } } }';
    const found = await readEntities(subgraph, 'Department', keys, fields);

    expect(found.reverse()).toEqual([
      ...rows.map(({ name }, i) => ({
        name,
        parentInstitution: { id: hosts[i]?.id },
        manufactories: { totalCount: 1, nodes: [{ name: `M${i}`, department: { name } }] },
      })),
      null,
      null,
    ]);
    expect(subgraph.sql).toHaveLength(4); // departments, their hosts, manufactories, and how many these are
  },
);

it.each([1, 10, 1000])(
  'reads the departments of %i parent institutions in a fixed number of statements',
  async (many) => {
    const hosts = Array.from({ length: many }, () => parentInstitution());
    await subgraph.given(...hosts, ...hosts.flatMap((one) => [department(one, 'b'), department(one, 'a')]));

    const keys = hosts.map(({ id }) => id);
    const found = await readEntities(subgraph, 'ParentInstitution', keys, 'departments(first: 1) { nodes { name } }');

    expect(found).toEqual(hosts.map(() => ({ departments: { nodes: [{ name: 'a' }] } })));
    expect(subgraph.sql).toHaveLength(2);
  },
);

it('registers a parent institution, opens a department in it, and closes that again', async () => {
  await subgraph.given();
  const organisationId = `Organisation_${v4()}`;

  const parent = await writeTo(
    subgraph,
    'registerParentInstitution',
    { organisationId, territory: 'PL_1261011' },
    'id version organisation { id } territory { code }',
  );
  expect(parent.row).toEqual({
    id: expect.stringMatching(/^ParentInstitution_/),
    version: 1,
    organisation: { id: organisationId },
    territory: { code: 'PL_1261011' },
  });
  const opening = { parentInstitutionId: parent.row?.id, name: 'Stage', on: '2005-12-01' };
  const fields = 'id version name openedOn closedOn parentInstitution { id }';
  const { row } = await writeTo(subgraph, 'openDepartment', opening, fields);
  expect(row).toMatchObject({
    version: 1,
    openedOn: '2005-12-01',
    closedOn: null,
    parentInstitution: { id: parent.row?.id },
  });
  const close = (on: string, expectedVersion = 1) =>
    writeTo(subgraph, 'closeDepartment', { id: row?.id, expectedVersion, on }, fields);
  expect((await close('2005-11-30')).refused).toMatchObject({ code: 'INVALID' });
  expect((await close('2006-01-31')).row).toMatchObject({ version: 2, closedOn: '2006-01-31' });
  expect((await close('2006-01-31', 2)).refused).toMatchObject({ code: 'CONFLICT', guard: 'open' });
});

it('refuses to register what is no organisation, and a department of nobody or without a name', async () => {
  await subgraph.given(host);
  const register = (organisationId: string) =>
    writeTo(subgraph, 'registerParentInstitution', { organisationId, territory: 'PL21' });
  const open = (parentInstitutionId: string, name = 'Stage') =>
    writeTo(subgraph, 'openDepartment', { parentInstitutionId, name });

  expect((await register(host.id)).refused).toMatchObject({ code: 'INVALID', field: 'organisationId' });
  expect((await open(`ParentInstitution_${v4()}`)).refused).toMatchObject({ code: 'NOT_FOUND' });
  expect((await open(host.uuid)).refused).toMatchObject({ code: 'INVALID', field: 'parentInstitutionId' });
  expect((await open(host.id, ' ')).refused).toMatchObject({ code: 'INVALID', field: 'name' });
});

it('closes no department that a manufactory is still a part of, and names it', async () => {
  const stage = department(host, 'Stage');
  const inStage = { departmentId: stage.uuid };
  const rows = [manufactory(host, 'Theatre', inStage), manufactory(host, 'Tours', { ...INDEPENDENT, ...inStage })];
  await subgraph.given(host, stage, ...rows);

  const { refused } = await writeTo(subgraph, 'closeDepartment', { id: stage.id, expectedVersion: 1 });

  expect(refused).toMatchObject({
    code: 'CONFLICT',
    guard: 'empty',
    message: expect.stringContaining('home to Theatre:'),
  });
});

it('never closes a department while somebody moves in', async () => {
  for (let round = 0; round < 5; round++) {
    const one = parentInstitution();
    const stage = department(one, 'Stage');
    const theatre = manufactory(one, 'Theatre');
    await subgraph.given(one, stage, theatre);

    await Promise.all([
      writeTo(subgraph, 'closeDepartment', { id: stage.id, expectedVersion: 1 }),
      writeTo(subgraph, 'placeManufactory', { id: theatre.id, expectedVersion: 1, departmentId: stage.id }),
    ]);

    const query = 'query ($id: ID!) { manufactory(id: $id) { department { closedOn } } }';
    const { department: home } = (await read(subgraph, query, { id: theatre.id })).manufactory;
    expect(home?.closedOn ?? null).toBeNull();
  }
});
