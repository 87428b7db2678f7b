import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { municipalityOf } from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);

it('lists the municipalities of a territory by name', async () => {
  await subgraph.given(
    municipalityOf('PL_1203053', 'Trzebinia'),
    municipalityOf('PL_1261011', 'Kraków'),
    municipalityOf('PL_2469011', 'Katowice'),
  );
  const names = async (territory: string | null) =>
    (
      await read(
        subgraph,
        'query ($territory: String) { municipalities(filter: { territory: $territory }) { nodes { name } } }',
        { territory },
      )
    ).municipalities.nodes.map(({ name }: { name: string }) => name);

  expect(await names('PL21')).toEqual(['Kraków', 'Trzebinia']);
  expect(await names(null)).toEqual(['Katowice', 'Kraków', 'Trzebinia']);
});

it('finds municipalities by their keys in one statement, asked out of order', async () => {
  const [krakow, trzebinia] = [municipalityOf('PL_1261011'), municipalityOf('PL_1203053', 'Trzebinia')];
  await subgraph.given(krakow, trzebinia);

  const keys = [trzebinia.id, `Municipality_${v4()}`, krakow.id];
  const found = await readEntities(subgraph, 'Municipality', keys, 'name organisation { id } territory { code }');

  expect(found).toEqual([
    {
      name: 'Trzebinia',
      organisation: { id: `Organisation_${trzebinia.organisationId}` },
      territory: { code: 'PL_1203053' },
    },
    null,
    {
      name: 'Kraków',
      organisation: { id: `Organisation_${krakow.organisationId}` },
      territory: { code: 'PL_1261011' },
    },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});
