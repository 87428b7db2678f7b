import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { organisation } from '../../../test/kit/given-partnership.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { partnership } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(partnership);

it('gives the numbers that registers know an organisation by, and no others', async () => {
  const [all, one, none] = [
    organisation('All', { krs: '0000012345', nip: '6780000000', regon: '350000000' }),
    organisation('One', { nip: '0123456789' }),
    organisation('None'),
  ];
  await subgraph.given(all, one, none);

  const keys = [none.id, `Organisation_${v4()}`, one.id, all.id];
  const found = await readEntities(subgraph, 'Organisation', keys, 'name identifiers { scheme value }');

  expect(found).toEqual([
    { name: 'None', identifiers: [] },
    null,
    { name: 'One', identifiers: [{ scheme: 'PL-NIP', value: '0123456789' }] },
    {
      name: 'All',
      identifiers: [
        { scheme: 'PL-KRS', value: '0000012345' },
        { scheme: 'PL-NIP', value: '6780000000' },
        { scheme: 'PL-REGON', value: '350000000' },
      ],
    },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it('lists and counts the organisations with their seat in a territory, by name', async () => {
  await subgraph.given(
    organisation('Theatre', {}, 'PL_1261011-D18'),
    organisation('City', {}, 'PL_1261011'),
    organisation('Choir', {}, 'PL_1203053'),
  );
  const found = async (territory: string) => {
    const query = `query ($territory: String) { organisations(filter: { territory: $territory }) {
      totalCount nodes { name } } }`;
    const { nodes, totalCount } = (await read(subgraph, query, { territory })).organisations;
    expect(nodes).toHaveLength(totalCount);
    return nodes.map(({ name }: { name: string }) => name);
  };

  expect(await found('PL213')).toEqual(['City', 'Theatre']);
  expect(await found('PL')).toEqual(['Choir', 'City', 'Theatre']);
  expect(await found('CZ')).toEqual([]);
});
