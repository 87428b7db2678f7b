import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { manufactory, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);

it('lists the hosts of a territory, each once', async () => {
  const [krakow, trzebinia, ostrava] = ['PL_1261011', 'PL_1203053', 'CZ080'].map(parentInstitution) as [
    ReturnType<typeof parentInstitution>,
    ReturnType<typeof parentInstitution>,
    ReturnType<typeof parentInstitution>,
  ];
  await subgraph.given(krakow, trzebinia, ostrava);
  const found = async (territory: string) => {
    const query = `query ($territory: String) { parentInstitutions(filter: { territory: $territory }) {
      totalCount nodes { id } } }`;
    const { nodes, totalCount } = (await read(subgraph, query, { territory })).parentInstitutions;
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ id }: { id: string }) => id).sort();
  };

  expect(await found('PL213')).toEqual([krakow.id]);
  expect(await found('PL21')).toEqual([krakow.id, trzebinia.id].sort());
  expect(await found('EU')).toEqual([krakow.id, trzebinia.id, ostrava.id].sort());
});

it.each([1, 10, 100])('reads the manufactories of %i hosts in a fixed number of statements', async (many) => {
  const hosts = Array.from({ length: many }, () => parentInstitution());
  const rows = hosts.flatMap((host, i) => ['c', 'a', 'b'].map((name) => manufactory(host, `${name} ${i}`)));
  const empty = parentInstitution();
  await subgraph.given(empty, ...hosts, ...rows);

  const keys = [empty, ...hosts].map(({ id }) => id).reverse();
  const fields = `manufactories(first: 2) {
    totalCount pageInfo { hasNextPage } nodes { name parentInstitution { id } } }`;
  const found = await readEntities(subgraph, 'ParentInstitution', keys, fields);

  expect(found.reverse()).toEqual([
    { manufactories: { totalCount: 0, pageInfo: { hasNextPage: false }, nodes: [] } },
    ...hosts.map(({ id }, i) => ({
      manufactories: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        nodes: [`a ${i}`, `b ${i}`].map((name) => ({ name, parentInstitution: { id } })),
      },
    })),
  ]);
  expect(subgraph.sql).toHaveLength(3); // hosts, their manufactories, and how many these are
});

it('finds no host by the key of another type, or of no row', async () => {
  const host = parentInstitution();
  const hosted = manufactory(host, 'Theatre');
  await subgraph.given(host, hosted);

  const keys = [hosted.id, `ParentInstitution_${v4()}`, host.id, `ParentInstitution_${hosted.uuid}`];
  const found = await readEntities(subgraph, 'ParentInstitution', keys, 'id organisation { id } territory { code }');

  expect(found).toEqual([
    null,
    null,
    { id: host.id, organisation: { id: `Organisation_${host.organisationId}` }, territory: { code: 'PL_1261011' } },
    null,
  ]);
});
