import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { network } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);

it.each([
  ['null', ['Europe', 'Małopolska', 'Poland', 'Śląsk']],
  ['{ level: REGIONAL }', ['Małopolska', 'Śląsk']],
  ['{ level: LOCAL }', []],
  ['{ territory: "PL21" }', ['Małopolska']],
  ['{ territory: "PL" }', ['Małopolska', 'Poland', 'Śląsk']],
  ['{ territory: "PL", level: NATIONAL }', ['Poland']],
  ['{ territory: "PL213" }', []],
])('lists and counts the networks of the filter %s, by name', async (filter, expected) => {
  await subgraph.given(
    network('Śląsk', 'PL22'),
    network('Poland', 'PL'),
    network('Małopolska', 'PL21'),
    network('Europe', 'EU'),
  );

  const { networks } = await read(subgraph, `{ networks(filter: ${filter}) { totalCount nodes { name } } }`);

  expect(networks.nodes.map(({ name }: { name: string }) => name)).toEqual(expected);
  expect(networks.totalCount).toBe(expected.length);
});

it('refuses an unknown territory with a code', async () => {
  const { errors } = await subgraph.ask('{ networks(filter: { territory: "Polska" }) { nodes { id } } }');

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'territory', value: 'Polska' });
});

it('finds networks by their keys in one statement, asked out of order and for keys without a row', async () => {
  const [poland, europe] = [network('Poland', 'PL'), network('Europe', 'EU')];
  await subgraph.given(poland, europe);

  const keys = [europe.id, `Network_${v4()}`, `Partnership_${poland.uuid}`, poland.id];
  const found = await readEntities(
    subgraph,
    'Network',
    keys,
    'name level organisation { id } territory { code name parent { code } }',
  );

  expect(found).toEqual([
    {
      name: 'Europe',
      level: 'EUROPEAN',
      organisation: { id: `Organisation_${europe.organisationId}` },
      territory: { code: 'EU', name: 'European Union', parent: null },
    },
    null,
    null,
    {
      name: 'Poland',
      level: 'NATIONAL',
      organisation: { id: `Organisation_${poland.organisationId}` },
      territory: { code: 'PL', name: 'Polska', parent: { code: 'EU' } },
    },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});
