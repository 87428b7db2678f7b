import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { idea, REJECTED, supportCentre, VERIFIED } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);

const filtered = (filter: string) => read(subgraph, `{ ideas(filter: ${filter}) { totalCount nodes { title } } }`);

it.each([
  ['{}', ['puppets', 'pottery', 'tours', 'bikes']],
  ['null', ['puppets', 'pottery', 'tours', 'bikes']],
  ['{ status: SUBMITTED }', ['bikes']],
  ['{ status: VERIFIED }', ['puppets', 'pottery']],
  ['{ status: REJECTED }', ['tours']],
  ['{ territory: "PL_1261011" }', ['pottery', 'tours', 'bikes']],
  ['{ territory: "PL_1261011-D18" }', ['tours']],
  ['{ territory: "PL213", status: VERIFIED }', ['pottery']],
  ['{ territory: "EL" }', []],
])('lists and counts the ideas of the filter %s, the oldest first', async (filter, expected) => {
  const [krakow, trzebinia] = [supportCentre('Kraków'), supportCentre('Trzebinia', 'PL_1203053')];
  await subgraph.given(
    krakow,
    trzebinia,
    idea(krakow, 'bikes', { submittedOn: '2005-05-04' }),
    idea(krakow, 'tours', { submittedOn: '2005-05-03', ...REJECTED }, 'PL_1261011-D18'),
    idea(krakow, 'pottery', { submittedOn: '2005-05-02', ...VERIFIED }),
    idea(trzebinia, 'puppets', { submittedOn: '2005-05-01', ...VERIFIED }),
  );

  const { ideas } = await filtered(filter);

  expect(ideas.nodes.map(({ title }: { title: string }) => title)).toEqual(expected);
  expect(ideas.totalCount).toBe(expected.length);
});

it('refuses an unknown territory with a code and the way out', async () => {
  const { errors } = await subgraph.ask('{ ideas(filter: { territory: "PL_1261011_D18" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'PL_1261011_D18' });
  expect(errors?.[0]?.message).toContain('PL_1261011-D18');
});

it.each([1, 10, 100])('reads %i ideas with their centres in two statements', async (many) => {
  const centres = Array.from({ length: many }, (_, i) => supportCentre(`centre ${i}`));
  const days = centres.map((_, i) => new Date(Date.UTC(2005, 0, 1 + i)).toISOString().slice(0, 10));
  const ideas = centres.map((centre, i) => idea(centre, `idea ${i}`, { submittedOn: days[i] as string }));
  await subgraph.given(...centres, ...ideas.reverse());

  const data = await read(subgraph, '{ ideas(first: 100) { nodes { title supportCentre { name } } } }');

  expect(data.ideas.nodes).toEqual(
    centres.map((_, i) => ({ title: `idea ${i}`, supportCentre: { name: `centre ${i}` } })),
  );
  expect(subgraph.sql).toHaveLength(2);
});

it('finds ideas by their keys in one statement, asked out of order and for keys without a row', async () => {
  const centre = supportCentre('CPS');
  const [puppets, pottery] = [idea(centre, 'puppets', VERIFIED), idea(centre, 'pottery', REJECTED)];
  await subgraph.given(centre, puppets, pottery);

  const keys = [pottery.id, `Idea_${v4()}`, `SupportCentre_${puppets.uuid}`, 'Idea_x', puppets.uuid, puppets.id];
  const found = await readEntities(subgraph, 'Idea', keys, 'id title status verifiedOn rejectionReason');

  expect(found).toEqual([
    { id: pottery.id, title: 'pottery', status: 'REJECTED', verifiedOn: null, rejectionReason: 'Nobody would buy it' },
    null,
    null,
    null,
    null,
    { id: puppets.id, title: 'puppets', status: 'VERIFIED', verifiedOn: '2005-06-01', rejectionReason: null },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it('finds one idea by its id, and none by the id of a centre', async () => {
  const centre = supportCentre('CPS');
  const puppets = idea(centre, 'puppets');
  await subgraph.given(centre, puppets);

  const query = 'query ($id: ID!) { idea(id: $id) { title supportCentre { name } territory { code } } }';
  expect((await read(subgraph, query, { id: puppets.id })).idea).toEqual({
    title: 'puppets',
    supportCentre: { name: 'CPS' },
    territory: { code: 'PL_1261011' },
  });
  expect((await read(subgraph, query, { id: centre.id })).idea).toBeNull();
  expect((await read(subgraph, query, { id: `Idea_${centre.uuid}` })).idea).toBeNull();
});
