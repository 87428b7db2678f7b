import { expect, it } from '@jest/globals';
import { figuresOf } from '../../../test/kit/figures.ts';
import { beneficiary, endedEnrolment, supportCentre, supportSession, training } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Beneficiary } from '../beneficiary/beneficiary.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);

it('counts the hours of those who entered in the period, to the quarter', async () => {
  const centre = supportCentre('CPS');
  const [early, late] = ['2024-12-31', '2025-03-01'].map((referredOn) => beneficiary(centre, { referredOn }));
  const prices = ['one', 'two', 'three'].map((title) => training(centre, title));
  await subgraph.given(
    centre,
    early as Beneficiary,
    late as Beneficiary,
    ...prices,
    supportSession(early as Beneficiary, '8.00', '2025-04-01'),
    supportSession(late as Beneficiary, '1.25', '2025-03-01'),
    supportSession(late as Beneficiary, '1.50', '2025-12-31'),
    supportSession(late as Beneficiary, '4.00', '2026-01-01'),
    endedEnrolment(late as Beneficiary, prices[0] as never, '7.25', '2025-12-31'),
    endedEnrolment(late as Beneficiary, prices[1] as never, '8.00', '2026-01-01'),
    endedEnrolment(early as Beneficiary, prices[2] as never, '8.00', '2025-12-31'),
  );

  expect(
    (await figuresOf(subgraph, 'cpsFigures', 'dataset: "PEOPLE", period: "2025"')).csv
      .split('\n')
      .filter((line) => line.startsWith('NH-T')),
  ).toEqual(['NH-T1,,PL_1261011,2.75,MEASURED', 'NH-T2,,PL_1261011,7.25,MEASURED']);
});
