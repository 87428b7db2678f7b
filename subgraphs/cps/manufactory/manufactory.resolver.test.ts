import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { legalFormAdvice, supportCentre, training } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);
const id = (uuid: string): string => `Manufactory_${uuid}`;
const FIELDS = 'trainings(first: 10) { totalCount nodes { title } } legalFormAdvice { recommended { code } }';

it.each([1, 10, 1000])(
  'reads trainings, their number and the advice of %i manufactories in three statements',
  async (many) => {
    const centre = supportCentre('CPS');
    const manufactories = Array.from({ length: many }, () => v4());
    const rows = manufactories.flatMap((manufactoryId, i) => [
      training(centre, `prices ${i}`, { manufactoryId, startsOn: '2006-01-02' }),
      training(centre, `grants ${i}`, { manufactoryId, startsOn: '2006-02-01' }),
      legalFormAdvice(centre, manufactoryId, { advisedOn: '2006-12-31', recommendedCode: 'FOUNDATION' }),
      legalFormAdvice(centre, manufactoryId, { advisedOn: '2007-01-01' }),
    ]);
    await subgraph.given(centre, training(centre, 'for all'), ...rows);

    const found = await readEntities(subgraph, 'Manufactory', [...manufactories, v4()].map(id).reverse(), FIELDS);

    expect(found.reverse()).toEqual([
      ...manufactories.map((_, i) => ({
        trainings: { totalCount: 2, nodes: [{ title: `grants ${i}` }, { title: `prices ${i}` }] },
        legalFormAdvice: { recommended: { code: 'ASSOCIATION' } },
      })),
      { trainings: { totalCount: 0, nodes: [] }, legalFormAdvice: null },
    ]);
    expect(subgraph.sql).toHaveLength(3);
  },
);

it('knows nothing of what is no manufactory', async () => {
  const keys = [`Idea_${v4()}`, 'Manufactory_', v4()];

  expect(await readEntities(subgraph, 'Manufactory', keys, FIELDS)).toEqual(
    keys.map(() => ({ trainings: null, legalFormAdvice: null })),
  );
});
