import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { manufactory, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);

it('tells of many ideas in one statement which manufactory came of each, and of none where none did', async () => {
  const host = parentInstitution();
  const [theatre, pottery] = [manufactory(host, 'Theatre'), manufactory(host, 'Pottery')];
  await subgraph.given(host, theatre, pottery);

  const keys = [`Idea_${pottery.ideaId}`, `Idea_${v4()}`, `Idea_${theatre.uuid}`, 'Idea_', `Idea_${theatre.ideaId}`];
  const found = await readEntities(subgraph, 'Idea', keys, 'id manufactory { name idea { id } }');

  expect(found).toEqual([
    { id: keys[0], manufactory: { name: 'Pottery', idea: { id: keys[0] } } },
    { id: keys[1], manufactory: null },
    { id: keys[2], manufactory: null },
    { id: keys[3], manufactory: null },
    { id: keys[4], manufactory: { name: 'Theatre', idea: { id: keys[4] } } },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});
