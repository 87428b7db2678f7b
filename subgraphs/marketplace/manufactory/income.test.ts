import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { CANCELLED, CONFIRMED, DELIVERED, INVOICED, order, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ClientKind } from '../client/client.ts';
import type { Order } from '../order/order.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const id = (uuid: string): string => `Manufactory_${uuid}`;
const income = (period: string) =>
  `earnedIncome(period: "${period}") { amount currency } marketShare(period: "${period}")`;
const on = (deliveredOn: string, facts: Partial<Order> = {}): Partial<Order> => ({
  ...DELIVERED,
  requestedOn: '2000-01-01',
  confirmedOn: '2000-01-01',
  deliveredOn,
  ...facts,
});
const CITY = { clientKind: ClientKind.MUNICIPALITY };
const PERSON = { clientKind: ClientKind.PERSON };

it('sums what was delivered or invoiced in the period, from its first day until before its end', async () => {
  const theatre = v4();
  const [play, tour] = [service(theatre, 'play'), service(theatre, 'tour')];
  await subgraph.given(
    play,
    tour,
    service(v4(), 'of another'),
    order(play, on('2006-06-30', { unitPriceAmount: '1.00' })),
    order(play, on('2006-07-01', { unitPriceAmount: '10.10', quantity: 3 })),
    order(tour, {
      ...on('2006-09-30', { unitPriceAmount: '0.05' }),
      ...INVOICED,
      deliveredOn: '2006-09-30',
      invoicedOn: '2006-10-02',
      invoiceNumber: 'F1',
    }),
    order(play, on('2006-10-01', { unitPriceAmount: '100.00' })),
    order(play),
    order(play, CONFIRMED),
    order(play, CANCELLED),
  );

  const [found] = await readEntities(
    subgraph,
    'Manufactory',
    [id(theatre)],
    ['2006', '2006-S2', '2006-Q3', '2006-07', '2007']
      .map((period, i) => `p${i}: earnedIncome(period: "${period}") { amount }`)
      .join(' '),
  );

  expect(Object.values(found ?? {}).map((sums) => sums.map(({ amount }: { amount: string }) => amount))).toEqual([
    ['131.35'],
    ['130.35'],
    ['30.35'],
    ['30.30'],
    [],
  ]);
});

it.each([
  ['all of it from organisations and people', [on('2006-07-01'), on('2006-07-01', PERSON)], '100.0'],
  ['all of it from the municipality', [on('2006-07-01', CITY)], '0.0'],
  ['a third of it from the municipality', [on('2006-07-01', CITY), on('2006-07-01', { quantity: 2 })], '66.7'],
  [
    'an eighth from the market, by amount and not by orders',
    [on('2006-07-01', { ...CITY, quantity: 7 }), on('2006-07-01')],
    '12.5',
  ],
  ['nothing', [], null],
  ['only what costs nothing', [on('2006-07-01', { unitPriceAmount: '0.00' })], null],
  ['two currencies', [on('2006-07-01'), on('2006-07-01', { currency: 'EUR' })], null],
  ['two currencies, one of them in another year', [on('2006-07-01'), on('2007-07-01', { currency: 'EUR' })], '100.0'],
])('says which share the market paid of %s', async (_, orders, marketShare) => {
  const theatre = v4();
  const play = service(theatre, 'play');
  await subgraph.given(play, ...orders.map((facts) => order(play, facts)));

  expect(await readEntities(subgraph, 'Manufactory', [id(theatre)], 'marketShare(period: "2006")')).toEqual([
    { marketShare },
  ]);
});

it.each([1, 10, 1000])('reads the income and the share of %i manufactories in one statement', async (many) => {
  const manufactories = Array.from({ length: many }, () => v4());
  const services = manufactories.map((manufactory) => service(manufactory, 'play'));
  await subgraph.given(...services, ...services.map((one, i) => order(one, on('2006-07-01', { quantity: i + 1 }))));

  const keys = [v4(), ...manufactories].map(id).reverse();
  const found = await readEntities(subgraph, 'Manufactory', keys, income('2006'));

  expect(subgraph.sql).toHaveLength(1);
  expect(found.reverse()).toEqual([
    { earnedIncome: [], marketShare: null },
    ...manufactories.map((_, i) => ({
      earnedIncome: [{ amount: `${i + 1}0.00`, currency: 'PLN' }],
      marketShare: '100.0',
    })),
  ]);
});

it('knows no income of what is no manufactory, and refuses what is no period', async () => {
  await subgraph.given();

  const [found] = await readEntities(subgraph, 'Manufactory', [`Idea_${v4()}`], income('2006'));
  const { errors } = await subgraph.ask(
    `{ _entities(representations: [{ __typename: "Manufactory", id: "${id(v4())}" }]) { ... on Manufactory { ${income('2006-Q5')} } } }`,
  );

  expect(found).toEqual({ earnedIncome: null, marketShare: null });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'period', value: '2006-Q5' });
});

it('sums to the cent, for any orders, as whole cents do', async () => {
  const sold = fc.record({
    cents: fc.bigInt({ min: 0n, max: 10n ** 14n - 1n }),
    quantity: fc.integer({ min: 1, max: 10_000 }),
    currency: fc.constantFrom('PLN', 'EUR'),
    month: fc.integer({ min: 1, max: 12 }),
    clientKind: fc.constantFrom(...Object.values(ClientKind)),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(sold, { maxLength: 8 }), async (all) => {
      const theatre = v4();
      const play = service(theatre, 'play');
      const orders = all.map(({ cents, month, ...facts }) => {
        const unitPriceAmount = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
        return order(play, on(`2006-${String(month).padStart(2, '0')}-28`, { ...facts, unitPriceAmount }));
      });
      await subgraph.given(play, ...orders);

      const halves = ['2006-S1', '2006-S2'].map(
        (period, i) => `h${i}: earnedIncome(period: "${period}") { amount currency }`,
      );
      const [found] = await readEntities(subgraph, 'Manufactory', [id(theatre)], halves.join(' '));

      for (const half of [0, 1]) {
        for (const currency of ['PLN', 'EUR']) {
          const expected = all.filter((one) => one.currency === currency && one.month > 6 === (half === 1));
          const sum = expected.reduce((cents, one) => cents + one.cents * BigInt(one.quantity), 0n);
          const money = found?.[`h${half}`].find((one: { currency: string }) => one.currency === currency);
          expect(BigInt(money?.amount.replace('.', '') ?? 0)).toBe(sum);
          expect(money === undefined).toBe(expected.length === 0);
        }
      }
    }),
    { numRuns: 25 },
  );
});
