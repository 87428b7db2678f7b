import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { figuresOf, notAddingUp, refusedFigures } from '../../../test/kit/figures.ts';
import {
  CANCELLED,
  CONFIRMED,
  DELIVERED,
  DRAFT,
  INVOICED,
  order,
  service,
} from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ClientKind } from '../client/client.ts';
import { ServiceStatus } from '../service/service.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const QUARTER = 'dataset: "MANUFACTORIES", period: "2006-Q2"';
const RATES = 'rates: [{ currency: "PLN", perEuro: "4", on: "2006-04-01" }]';
/** Offered only after the period, so that nothing but orders is counted. */
const LATER = { offeredSince: '2006-08-01' };

const linesOf = async (args: string): Promise<string[]> =>
  (await figuresOf(subgraph, 'marketplaceFigures', args)).csv.trimEnd().split('\n').slice(1);

it('counts what was on offer on the last day of the period', async () => {
  const offered = (offeredSince: string, facts = {}) => service(v4(), 'play', { offeredSince, ...facts });
  const ended = (endedOn: string) => ({ status: ServiceStatus.ENDED, endedOn });
  const own = offered('2006-06-30');
  await subgraph.given(
    own,
    offered('2006-07-01'),
    offered('2006-01-01', { status: ServiceStatus.PAUSED }),
    offered('2006-01-01', ended('2006-06-30')),
    offered('2006-01-01', ended('2006-07-01')),
    service(v4(), 'play', DRAFT),
    service(v4(), 'play', { offeredSince: '2006-06-01' }, 'PL_1203033'),
  );

  expect(await linesOf(QUARTER)).toEqual(['NH-S1,,PL_1203033,1,MEASURED', 'NH-S1,,PL_1261011,3,MEASURED']);
  expect(await linesOf(`${QUARTER}, organisation: "Organisation_${own.organisationId}"`)).toEqual([
    'NH-S1,,PL_1261011,1,MEASURED',
  ]);
});

it('counts the orders delivered in the period by section, and what they earned in euro, whoever paid', async () => {
  const [play, tour] = [service(v4(), 'play', LATER), service(v4(), 'tour', { ...LATER, activityCode: 'O79.12' })];
  const on = (deliveredOn: string) => ({
    ...DELIVERED,
    deliveredOn,
    confirmedOn: '2006-03-01',
    requestedOn: '2006-03-01',
  });
  await subgraph.given(
    play,
    tour,
    order(play, on('2006-03-31')),
    order(play, { ...on('2006-04-01'), quantity: 3, unitPriceAmount: '0.01' }), // 0.75 cents
    order(play, { ...on('2006-06-30'), clientKind: ClientKind.MUNICIPALITY }),
    order(play, on('2006-07-01')),
    order(play, CONFIRMED),
    order(play, CANCELLED),
    order(tour, { ...INVOICED, invoiceNumber: '1', currency: 'EUR', unitPriceAmount: '7.00' }),
  );

  expect(await linesOf(`${QUARTER}, ${RATES}`)).toEqual([
    'NH-S2,,PL_1261011,3,MEASURED',
    'NH-S2,NACE_SECTION=O,PL_1261011,1,MEASURED',
    'NH-S2,NACE_SECTION=S,PL_1261011,2,MEASURED',
    'NH-S4,,PL_1261011,9.51,MEASURED', // 0.0075 + 2.50 + 7.00
  ]);
  expect(await refusedFigures(subgraph, 'marketplaceFigures', QUARTER)).toEqual({
    code: 'INVALID',
    message: 'There are amounts in PLN in 2006-Q2: name its rate in `rates`.',
  });
});

const sold = fc.record({
  activityCode: fc.constantFrom('S90.20', 'O79.12', 'Q85.52', 'R88.10'),
  territory: fc.constantFrom('PL_1261011-D17', 'PL_1261011', 'PL_1203033'),
  orders: fc.integer({ min: 0, max: 3 }),
});

it('counts each order in one section', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sold, { maxLength: 10 }), async (world) => {
      const rows = world.flatMap(({ activityCode, territory, orders }) => {
        const one = service(v4(), 'play', { activityCode }, territory);
        return [one, ...Array.from({ length: orders }, () => order(one, DELIVERED))];
      });
      await subgraph.given(...rows);
      const { lines } = await figuresOf(subgraph, 'marketplaceFigures', `${QUARTER}, ${RATES}`);

      expect(notAddingUp(lines)).toEqual([]);
      const delivered = lines.filter(({ indicator, category }) => indicator === 'NH-S2' && category === '');
      expect(delivered.reduce((sum, { value }) => sum + value, 0)).toBe(
        world.reduce((sum, { orders }) => sum + orders, 0),
      );
      const sections = lines.filter(({ indicator, category }) => indicator === 'NH-S2' && category !== '');
      expect(sections.reduce((sum, { value }) => sum + value, 0)).toBe(
        delivered.reduce((sum, { value }) => sum + value, 0),
      );
    }),
    { numRuns: 20 },
  );
}, 60_000);
