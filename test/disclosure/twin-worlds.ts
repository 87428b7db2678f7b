import type { Context } from '../../subgraphs/outcomes/context.ts';
import { findIndicator } from '../../subgraphs/outcomes/indicator/catalogue.ts';
import { isDerived } from '../../subgraphs/outcomes/indicator/indicator-definition.ts';
import { categoriesOf } from '../../subgraphs/outcomes/indicator/trait.ts';
import type { Network } from '../../subgraphs/outcomes/network/network.ts';
import type { CountedFigure } from '../../subgraphs/outcomes/submission/figures.ts';
import { network, target } from '../kit/given-outcomes.ts';
import { counted, release, submit } from '../kit/release-acts.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';

/** How many people there are in each territory; all others have none. */
export type People = Readonly<Record<string, number>>;

/** A network's world: what its region had in two years, one after the other. */
export interface World {
  readonly before: People;
  readonly now: People;
}

export const [BEFORE, NOW] = ['2005', '2006'] as const;

/** A network of Małopolska that has published both years, as a partner would have submitted them, by the real way. */
export async function publishWorld(subgraph: SubgraphUnderTest<Context>, { before, now }: World): Promise<Network> {
  const region = Object.assign(network('Małopolska', 'PL21'), FIXED);
  const targets = [
    target('PL_1261011-D18', 'EECO01', NOW, '30'),
    target('PL_1261011-D18', 'EECO01', NOW, '20', { kind: 'BASELINE' as never }),
  ];
  await subgraph.given(region, ...targets);
  for (const [period, people] of [
    [BEFORE, before],
    [NOW, now],
  ] as const) {
    await submitPeople(subgraph, region, period, people);
    await release(subgraph, region, { dataset: 'PEOPLE', period });
  }
  return region;
}

const FIXED = {
  uuid: '11111111-1111-4111-8111-111111111111',
  organisationId: '22222222-2222-4222-8222-222222222222',
};

export const submitPeople = (subgraph: SubgraphUnderTest<Context>, region: Network, period: string, people: People) =>
  submit(subgraph, region, { dataset: 'PEOPLE', period }, ...figuresOf(people));

/** Everybody is in the first category of each trait, so that all breakdowns add up. */
function figuresOf(people: People): CountedFigure[] {
  const participants = findIndicator('EECO01');
  if (!participants || isDerived(participants)) throw new Error('EECO01 is counted.');
  const categories = ['', ...participants.breakdowns.map((traits) => categoriesOf(traits)[0] ?? '')];
  return Object.entries(people).flatMap(([territory, value]) =>
    categories.map((category) => counted('EECO01', territory, value, { category })),
  );
}
