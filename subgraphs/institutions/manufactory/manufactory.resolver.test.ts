import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { type PageRead, read, readEntities, readPages } from '../../../test/kit/ask.ts';
import { INDEPENDENT, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);

it.each([
  ['null', ['pottery', 'puppets', 'theatre', 'tours']],
  ['{ status: INDEPENDENT }', ['pottery', 'tours']],
  ['{ status: CLOSED }', []],
  ['{ territory: "PL_1261011-D18" }', ['theatre']],
  ['{ territory: "PL_1261011" }', ['puppets', 'theatre', 'tours']],
  ['{ territory: "PL21" }', ['pottery', 'puppets', 'theatre', 'tours']],
  ['{ territory: "PL_1261011", status: INDEPENDENT }', ['tours']],
])('lists and counts the manufactories of the filter %s, by name', async (filter, expected) => {
  const host = parentInstitution();
  await subgraph.given(
    host,
    manufactory(host, 'tours', INDEPENDENT),
    manufactory(host, 'theatre', PROTECTED, 'PL_1261011-D18'),
    manufactory(host, 'pottery', INDEPENDENT, 'PL_1203053'),
    manufactory(host, 'puppets'),
  );

  const data = await read(subgraph, `{ manufactories(filter: ${filter}) { totalCount nodes { name } } }`);

  expect(data.manufactories.nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  expect(data.manufactories.totalCount).toBe(expected.length);
});

it('refuses an unknown territory with a code and the way out', async () => {
  const { errors } = await subgraph.ask('{ manufactories(filter: { territory: "GR" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'GR' });
  expect(errors?.[0]?.message).toContain('EL');
});

it('pages through manufactories that share a name, each once', async () => {
  const host = parentInstitution();
  const rows = Array.from({ length: 7 }, (_, i) => manufactory(host, i < 5 ? 'Same' : 'Other'));
  await subgraph.given(host, ...rows);

  const query = `query ($after: String) { manufactories(first: 2, after: $after) {
    nodes { id } edges { node { id } } pageInfo { hasNextPage endCursor } } }`;
  const pages = await readPages(subgraph, query, ({ manufactories }) => manufactories);

  const found = pages.flatMap(({ nodes }) => nodes.map(({ id }) => id));
  expect(found).toHaveLength(7);
  expect(new Set(found)).toEqual(new Set(rows.map(({ id }) => id)));
  for (const { nodes, edges } of pages as (PageRead & { edges: object[] })[])
    expect(edges).toEqual(nodes.map((node) => ({ node })));
});

it.each([1, 10, 100])('reads %i manufactories with their hosts in two statements', async (many) => {
  const hosts = Array.from({ length: many }, () => parentInstitution());
  const name = (i: number) => `M${String(i).padStart(3, '0')}`;
  await subgraph.given(...hosts, ...hosts.map((host, i) => manufactory(host, name(i))).reverse());

  const data = await read(subgraph, '{ manufactories(first: 100) { nodes { name parentInstitution { id } } } }');

  expect(data.manufactories.nodes).toEqual(hosts.map(({ id }, i) => ({ name: name(i), parentInstitution: { id } })));
  expect(subgraph.sql).toHaveLength(2);
});

it('names its activity and its legal form by their lists, and no form before independence', async () => {
  const host = parentInstitution();
  const [tours, theatre] = [manufactory(host, 'tours', INDEPENDENT), manufactory(host, 'theatre', PROTECTED)];
  await subgraph.given(host, tours, theatre);

  const keys = [theatre.id, `Manufactory_${v4()}`, `ParentInstitution_${tours.uuid}`, 'Manufactory_0', tours.id];
  const fields = `id status supportPhase legalForm { scheme code label } activity { scheme code label }
    idea { id } territory { code }`;
  const found = await readEntities(subgraph, 'Manufactory', keys, fields);

  const both = {
    supportPhase: 'FULL',
    activity: { scheme: 'NACE2.1', code: 'S90.20', label: 'Activities of performing arts' },
    territory: { code: 'PL_1261011' },
  };
  expect(found).toEqual([
    { ...both, id: theatre.id, status: 'PROTECTED', legalForm: null, idea: { id: `Idea_${theatre.ideaId}` } },
    null,
    null,
    null,
    {
      ...both,
      id: tours.id,
      status: 'INDEPENDENT',
      legalForm: { scheme: 'LEGAL_FORM_PL', code: 'SOCIAL_COOPERATIVE', label: 'Social cooperative' },
      idea: { id: `Idea_${tours.ideaId}` },
    },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it('shows all that a life has behind it', async () => {
  const host = parentInstitution();
  const row = manufactory(host, 'tours', INDEPENDENT);
  await subgraph.given(host, row);

  const query = `query ($id: ID!) { manufactory(id: $id) {
    protectedFrom protectedUntil independentSince retainedSince closedOn closureReason } }`;
  expect((await read(subgraph, query, { id: row.id })).manufactory).toEqual({
    protectedFrom: '2006-01-01',
    protectedUntil: '2006-12-31',
    independentSince: '2007-02-01',
    retainedSince: null,
    closedOn: null,
    closureReason: null,
  });
  expect((await read(subgraph, query, { id: row.uuid })).manufactory).toBeNull();
});
