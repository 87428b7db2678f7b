import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);

it('lists the centres of a territory by name', async () => {
  await subgraph.given(supportCentre('North', 'PL_1203053'), supportCentre('East'), supportCentre('Afar', 'CZ'));
  const names = async (territory: string) =>
    (
      await read(
        subgraph,
        'query ($territory: String) { supportCentres(filter: { territory: $territory }) { nodes { name } } }',
        { territory },
      )
    ).supportCentres.nodes.map(({ name }: { name: string }) => name);

  expect(await names('PL21')).toEqual(['East', 'North']);
  expect(await names('EU')).toEqual(['Afar', 'East', 'North']);
});

it('finds centres by their keys in one statement, asked out of order', async () => {
  const [north, east] = [supportCentre('North', 'PL_1203053'), supportCentre('East')];
  await subgraph.given(north, east);

  const keys = [east.id, `SupportCentre_${v4()}`, north.id];
  const found = await readEntities(subgraph, 'SupportCentre', keys, 'name organisation { id } territory { code }');

  const organisation = ({ organisationId }: typeof north) => ({ id: `Organisation_${organisationId}` });
  expect(found).toEqual([
    { name: 'East', organisation: organisation(east), territory: { code: 'PL_1261011' } },
    null,
    { name: 'North', organisation: organisation(north), territory: { code: 'PL_1203053' } },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});
