import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { incentive, municipalityOf } from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);

it.each([1, 10, 1000])('reads what %i hosts saw awarded in two statements, asked out of order', async (many) => {
  const krakow = municipalityOf('PL_1261011');
  const hosts = Array.from({ length: many }, () => v4());
  const days = ['2006-03-01', '2006-02-01'];
  const awards = hosts.flatMap((parentInstitutionId) =>
    days.map((awardedOn) => incentive(krakow, v4(), { parentInstitutionId, awardedOn })),
  );
  await subgraph.given(krakow, ...awards, incentive(krakow, v4()));

  const keys = [...hosts, v4()].map((uuid) => `ParentInstitution_${uuid}`).reverse();
  const fields = 'id incentives { totalCount nodes { awardedOn parentInstitution { id } } }';
  const found = await readEntities(subgraph, 'ParentInstitution', [...keys, 'ParentInstitution_1'], fields);

  expect(subgraph.sql).toHaveLength(2); // incentives, their count
  expect(found[0]).toMatchObject({ incentives: { totalCount: 0, nodes: [] } });
  expect(found.at(-1)).toMatchObject({ incentives: null });
  for (const { id, incentives } of found.slice(1, -1)) {
    const nodes = [...days].reverse().map((awardedOn) => ({ awardedOn, parentInstitution: { id } }));
    expect(incentives).toEqual({ totalCount: 2, nodes });
  }
});
