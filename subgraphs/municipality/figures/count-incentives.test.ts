import { beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { figuresOf, refusedFigures } from '../../../test/kit/figures.ts';
import { incentive, municipalityOf, payment } from '../../../test/kit/given-municipality.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { type Incentive, IncentiveStatus } from '../incentive/incentive.ts';
import type { Municipality } from '../municipality/municipality.ts';
import type { Payment } from '../payment/payment.ts';
import { municipality } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(municipality);
const QUARTER = 'dataset: "MANUFACTORIES", period: "2006-Q1"';
const RATES = 'rates: [{ currency: "PLN", perEuro: "4.00", on: "2006-03-31" }]';
let krakow: Municipality;
beforeEach(() => {
  krakow = municipalityOf('PL_1261011');
});

const linesOf = async (args: string): Promise<string[]> =>
  (await figuresOf(subgraph, 'municipalityFigures', args)).csv.trimEnd().split('\n').slice(1);
const award = (awardedOn: string, awarded: string, facts: Partial<Incentive> = {}, by = krakow) =>
  incentive(by, v4(), { awardedOn, awarded, ...facts });
const paid = (of: Incentive, amount: string, paidOn: string): Payment => Object.assign(payment(of, amount), { paidOn });

it('counts in euro what was awarded in the period, and what was paid in it on any award', async () => {
  const chrzanow = municipalityOf('PL_1203033', 'Chrzanów');
  const [before, first, last] = [
    award('2005-12-31', '100.00'),
    award('2006-01-01', '200.02'),
    award('2006-03-31', '1.00'),
  ];
  const euros = award('2006-02-01', '50.00', { currency: 'EUR', status: IncentiveStatus.REVOKED });
  const elsewhere = award('2006-02-01', '40.00', {}, chrzanow);
  await subgraph.given(
    krakow,
    chrzanow,
    before,
    first,
    last,
    euros,
    elsewhere,
    award('2006-04-01', '400.00'),
    paid(before, '10.00', '2005-12-31'),
    paid(before, '20.00', '2006-01-01'),
    paid(euros, '0.01', '2006-03-31'),
    paid(first, '0.01', '2006-03-31'), // a quarter of a cent
    paid(first, '40.00', '2006-04-01'),
  );

  expect(await linesOf(`${QUARTER}, ${RATES}`)).toEqual([
    'NH-F1,,PL_1203033,10.00,MEASURED',
    'NH-F1,,PL_1261011,100.26,MEASURED', // 50.005 + 0.25 + 50.00
    'NH-F2,,PL_1261011,5.01,MEASURED',
  ]);
  expect(await linesOf(`${QUARTER}, ${RATES}, organisation: "Organisation_${chrzanow.organisationId}"`)).toEqual([
    'NH-F1,,PL_1203033,10.00,MEASURED',
  ]);
  expect(await linesOf(`dataset: "PEOPLE", period: "2006", ${RATES}`)).toEqual(['NH-F2,,PL_1261011,15.01,MEASURED']);
});

it('takes nothing that was given back off, for nobody knows when', async () => {
  const one = award('2006-01-01', '100.00', { currency: 'EUR', returnedAmount: '30.00' });
  await subgraph.given(krakow, one, paid(one, '50.00', '2006-01-02'));

  expect(await linesOf(QUARTER)).toEqual(['NH-F1,,PL_1261011,100.00,MEASURED', 'NH-F2,,PL_1261011,50.00,MEASURED']);
});

it('refuses to count a currency without a rate, names it, and tells no amount', async () => {
  await subgraph.given(krakow, award('2006-01-01', '123.45'), award('2006-01-01', '678.90', { currency: 'EUR' }));

  expect(await refusedFigures(subgraph, 'municipalityFigures', QUARTER)).toEqual({
    code: 'INVALID',
    message: 'There are amounts in PLN in 2006-Q1: name its rate in `rates`.',
  });
});

const CODES = ['PL_1261011', 'PL_1261011-D17', 'PL_1261011-D18', 'PL_1203033'];
const given = fc.record({
  territory: fc.constantFrom(...CODES),
  cents: fc.integer({ min: 1, max: 1_000_000 }),
  currency: fc.constantFrom('EUR', 'PLN'),
});

it('rounds once for each place, however its amounts are spread over districts and currencies', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(given, { maxLength: 12 }), async (world) => {
      const afresh = municipalityOf('PL_1261011');
      const rows = world.map(({ territory, cents, currency }) => {
        const one = award('2006-02-01', (cents / 100).toFixed(2), { currency }, afresh);
        one.placeIn(territory);
        return one;
      });
      await subgraph.given(afresh, ...rows);
      const found = await linesOf(`${QUARTER}, rates: [{ currency: "PLN", perEuro: "3", on: "2006-01-01" }]`);

      const isMixed = world.some(({ territory }) => territory === 'PL_1261011');
      const placeOf = (code: string): string => (isMixed && code.startsWith('PL_1261011') ? 'PL_1261011' : code);
      const thirds = new Map<string, number>();
      for (const { territory, cents, currency } of world) {
        const place = placeOf(territory);
        thirds.set(place, (thirds.get(place) ?? 0) + (currency === 'EUR' ? 3 * cents : cents));
      }
      const expected = [...thirds]
        .map(([place, sum]) => [place, Math.round(sum / 3)] as const)
        .filter(([, cents]) => cents > 0)
        .map(([place, cents]) => `NH-F1,,${place},${(cents / 100).toFixed(2)},MEASURED`);
      expect(found).toEqual(expected.sort());
    }),
    { numRuns: 20 },
  );
}, 60_000);
