import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { budgetLine, budgetOf, incentive, municipalityOf, schemeOf } from '../../../test/kit/given-municipality.ts';
import { LiveSubgraph } from '../../../test/kit/live.ts';
import { mutate } from '../../../test/kit/municipality-writes.ts';
import { placedSubscription } from '../../../test/live/placed-subscription.conformance.ts';
import { municipality } from '../subgraph.ts';

const live = new LiveSubgraph(municipality);

placedSubscription({
  live,
  field: 'incentiveAwarded',
  shows: 'incentive',
  list: 'incentives',
  type: 'hub.incentive.awarded.v1',
  row: (territory) => {
    const by = municipalityOf(territory);
    return { row: incentive(by, v4()), needs: [by] };
  },
});

it('tells of an award, and of no payment', async () => {
  const krakow = municipalityOf('PL_1261011');
  const budget = budgetOf(krakow);
  const line = budgetLine(budget, '1');
  const scheme = schemeOf(krakow, line);
  await live.given(krakow, budget, line, scheme);
  const stream = await live.subscribe(
    'subscription { incentiveAwarded(territory: "PL21") { incentive { id status amount { amount } } } }',
  );
  const award = async (amount: string) => {
    const ids = { manufactoryId: `Manufactory_${v4()}`, parentInstitutionId: `ParentInstitution_${v4()}` };
    const { row } = await mutate(live, 'awardIncentive', { schemeId: scheme.id, ...ids, amount, on: '2006-03-01' });
    return row?.id;
  };

  const first = await award('400');
  const toldFirst = await stream.result();
  await mutate(live, 'payIncentive', { id: first, expectedVersion: 1, amount: '400', on: '2006-03-02' });
  const second = await award('100');

  const told = [toldFirst, await stream.result()].map(({ data }) => data.incentiveAwarded.incentive);
  expect(told).toEqual([
    { id: first, status: 'AWARDED', amount: { amount: '400.00' } },
    { id: second, status: 'AWARDED', amount: { amount: '100.00' } },
  ]);
});
