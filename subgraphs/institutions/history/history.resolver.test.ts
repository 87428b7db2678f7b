import { expect, it } from '@jest/globals';
import { readEntities, readPages } from '../../../test/kit/ask.ts';
import { manufactory, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Manufactory } from '../manufactory/manufactory.ts';
import { institutions } from '../subgraph.ts';
import { SupportStep } from '../support-step/support-step.ts';
import { ManufactoryTransition } from './manufactory-transition.ts';
import { TransitionAxis } from './move.ts';

const subgraph = new SubgraphUnderTest(institutions);
const path = ['PREPARING', 'PROTECTED', 'DECISION', 'RETAINED', 'CLOSED'];

const lifeOf = (one: Manufactory): ManufactoryTransition[] =>
  path.map((to, i) => {
    const move = { axis: TransitionAxis.STATUS, from: path[i - 1] ?? null, to, on: '2006-01-01', reason: null };
    return Object.assign(ManufactoryTransition.of(one, move, 'somebody'), { atVersion: i + 1 });
  });
const stepsOf = ({ uuid: manufactoryId, organisationId }: Manufactory): SupportStep[] =>
  [3, 1, 2].map((month) =>
    Object.assign(new SupportStep(), {
      organisationId,
      manufactoryId,
      startsOn: `2007-0${month}-01`,
      percent: 100 - month * 25,
    }),
  );

it.each([1, 10, 1000])(
  'reads the past and the support of %i manufactories in a fixed number of statements',
  async (many) => {
    const host = parentInstitution();
    const rows = Array.from({ length: many }, (_, i) => manufactory(host, `M${i}`));
    const first = rows.slice(0, 100);
    await subgraph.given(host, ...rows, ...first.flatMap(lifeOf).reverse(), ...first.flatMap(stepsOf));

    const keys = rows.map(({ id }) => id).reverse();
    const fields = 'history(first: 2) { totalCount nodes { from to } } supportSteps { percent }';
    const found = await readEntities(subgraph, 'Manufactory', keys, fields);

    const nodes = [
      { from: null, to: 'PREPARING' },
      { from: 'PREPARING', to: 'PROTECTED' },
    ];
    const some = { history: { totalCount: 5, nodes }, supportSteps: [75, 50, 25].map((percent) => ({ percent })) };
    const none = { history: { totalCount: 0, nodes: [] }, supportSteps: [] };
    expect(found.reverse()).toEqual(rows.map((_, i) => (i < 100 ? some : none)));
    expect(subgraph.sql).toHaveLength(4); // manufactories, their steps, how many these are, and their support
  },
);

it('pages through a life from its beginning on, and tells nobody who told the hub', async () => {
  const host = parentInstitution();
  const one = manufactory(host, 'Theatre');
  await subgraph.given(host, one, ...lifeOf(one).reverse());

  const query = `query ($after: String) { manufactory(id: "${one.id}") { history(first: 2, after: $after) {
    nodes { to atVersion } pageInfo { hasNextPage endCursor } } } }`;
  const pages = await readPages(subgraph, query, (data) => data.manufactory.history);

  expect(pages.flatMap(({ nodes }) => nodes)).toEqual(path.map((to, i) => ({ to, atVersion: i + 1 })));
  expect((await institutions.build()).sdl).not.toContain('bySubject');
});
