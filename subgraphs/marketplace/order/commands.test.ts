import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const SERVICE_STEPS: Record<string, [from: string[], to: string]> = {
  pauseService: [['ACTIVE'], 'PAUSED'],
  resumeService: [['PAUSED'], 'ACTIVE'],
  endService: [['ACTIVE', 'PAUSED'], 'ENDED'],
};
const ORDER_STEPS: Record<string, [from: string[], to: string]> = {
  confirmOrder: [['REQUESTED'], 'CONFIRMED'],
  deliverOrder: [['CONFIRMED'], 'DELIVERED'],
  invoiceOrder: [['DELIVERED'], 'INVOICED'],
  cancelOrder: [['REQUESTED', 'CONFIRMED'], 'CANCELLED'],
};
const ON = '2026-07-01';

/** What should be there, as plain as can be. */
interface Model {
  service: { status: string; version: number; price: bigint };
  orders: { id: string; status: string; version: number; total: bigint; isMarket: boolean }[];
  events: string[];
}

type Command = (model: Model, service: string) => Promise<void>;

async function run(mutation: string, input: object, isRight: boolean): Promise<Record<string, string> | undefined> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${type}!) { made: ${mutation}(input: $input) { id } }`,
    { input },
  );
  expect(errors?.[0]?.extensions?.code ?? 'done').toBe(isRight ? 'done' : 'CONFLICT');
  return data?.made;
}

const step = fc.constantFrom(...Object.keys(SERVICE_STEPS)).map(
  (mutation): Command =>
    async (model, id) => {
      const [from, to] = SERVICE_STEPS[mutation] as [string[], string];
      const isRight = from.includes(model.service.status);
      const on = mutation === 'endService' ? { on: ON } : {};
      await run(mutation, { id, expectedVersion: model.service.version, ...on }, isRight);
      if (!isRight) return;
      Object.assign(model.service, { status: to, version: model.service.version + 1 });
      model.events.push('hub.service.changed.v1');
    },
);

const reprice = fc.bigInt({ min: 0n, max: 99_999_999n }).map(
  (cents): Command =>
    async (model, id) => {
      const price = `${cents / 100n}.${String(cents % 100n).padStart(2, '0')}`;
      const isRight = model.service.status !== 'ENDED';
      await run('changeService', { id, expectedVersion: model.service.version, price, currency: 'PLN' }, isRight);
      if (!isRight) return;
      if (model.service.price !== cents) model.service.version++;
      model.service.price = cents;
      model.events.push('hub.service.changed.v1');
    },
);

const request = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom('PERSON', 'MUNICIPALITY', 'ORGANISATION'))
  .map(
    ([quantity, clientKind]): Command =>
      async (model, serviceId) => {
        const isRight = model.service.status === 'ACTIVE';
        const clientId = clientKind === 'PERSON' ? null : `Organisation_${v4()}`;
        const made = await run('requestOrder', { serviceId, quantity, clientKind, clientId, on: ON }, isRight);
        if (!made) return;
        const total = model.service.price * BigInt(quantity);
        const isMarket = clientKind !== 'MUNICIPALITY';
        model.orders.push({ id: String(made.id), status: 'REQUESTED', version: 1, total, isMarket });
      },
  );

const advance = fc.tuple(fc.nat(), fc.constantFrom(...Object.keys(ORDER_STEPS)), fc.integer({ min: -1, max: 0 })).map(
  ([which, mutation, staleness]): Command =>
    async (model) => {
      const order = model.orders[which % model.orders.length];
      if (!order) return;
      const [from, to] = ORDER_STEPS[mutation] as [string[], string];
      const isRight = from.includes(order.status) && staleness === 0;
      const facts = { invoiceOrder: { number: `F ${order.id}` }, cancelOrder: { reason: 'Rain' } }[mutation] ?? {};
      await run(mutation, { id: order.id, expectedVersion: order.version + staleness, on: ON, ...facts }, isRight);
      if (!isRight) return;
      Object.assign(order, { status: to, version: order.version + 1 });
      if (to === 'DELIVERED') model.events.push('hub.order.delivered.v1');
    },
);

const cents = (amount: string | undefined): bigint => BigInt(amount?.replace('.', '') ?? 0);
const sumOf = (orders: Model['orders']): bigint => orders.reduce((sum, { total }) => sum + total, 0n);

it('never leaves the diagram, loses a cent, or changes anything where it refuses, whatever commands come', async () => {
  const commands = fc.array(
    fc.oneof(
      { weight: 2, arbitrary: step },
      { weight: 1, arbitrary: reprice },
      { weight: 4, arbitrary: request },
      { weight: 8, arbitrary: advance },
    ),
    { minLength: 8, maxLength: 20 },
  );
  await fc.assert(
    fc.asyncProperty(commands, async (all) => {
      const theatre = v4();
      const play = service(theatre, 'play', { priceAmount: '1.01', priceCurrency: 'PLN' });
      await subgraph.given(play);
      const model: Model = { service: { status: 'ACTIVE', version: 1, price: 101n }, orders: [], events: [] };

      for (const command of all) await command(model, play.id);

      const em = subgraph.orm.em.fork();
      const [stored] = await em.execute('select status, version, price from service');
      expect(stored).toMatchObject({ status: model.service.status, version: model.service.version });
      expect(cents(stored?.price)).toBe(model.service.price);
      const orders = await em.execute('select id, status, version from service_order order by id');
      expect(orders).toEqual(
        model.orders
          .map(({ id, status, version }) => ({ id: id.slice('Order_'.length), status, version }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect((await subgraph.events()).map(({ type }) => type)).toEqual(model.events);

      const earned = model.orders.filter(({ status }) => status === 'DELIVERED' || status === 'INVOICED');
      const [found] = await readEntities(
        subgraph,
        'Manufactory',
        [`Manufactory_${theatre}`],
        'earnedIncome(period: "2026-Q3") { amount } marketShare(period: "2026-Q3")',
      );
      const [sum, market] = [sumOf(earned), sumOf(earned.filter(({ isMarket }) => isMarket))];
      expect(cents(found?.earnedIncome[0]?.amount)).toBe(sum);
      const share = sum === 0n ? null : (market * 2000n + sum) / (2n * sum); // in tenths of a percent, half up
      expect(found?.marketShare === null ? null : cents(found?.marketShare)).toBe(share);
    }),
    { numRuns: 12 },
  );
}, 60_000);
