import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { ANONYMOUS } from '../../../shared/trust/caller.ts';
import { act, refusal } from '../../../test/kit/act.ts';
import { read } from '../../../test/kit/ask.ts';
import { someone } from '../../../test/kit/caller.ts';
import {
  CANCELLED,
  DELIVERED,
  DRAFT,
  ENDED,
  order,
  priceOption,
  service,
} from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ServiceStatus } from '../service/service.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const theatre = v4();
const PRICED = { priceAmount: '12.35', priceCurrency: 'PLN', priceUnit: 'ticket' };
const BUYER = { clientKind: 'ORGANISATION', clientId: `Organisation_${v4()}` };
const PERSON = { clientKind: 'PERSON' };
const PRICE = 'unitPrice { amount currency } total { amount } unit priceLabel quantity';

it('leads an order from its request to its invoice, and tells what was earned, never from whom', async () => {
  const play = service(theatre, 'play', PRICED);
  await subgraph.given(play);

  const { id } = await act(subgraph, 'requestOrder', { serviceId: play.id, quantity: 3, on: '2026-05-01', ...BUYER });
  await act(subgraph, 'confirmOrder', { id, expectedVersion: 1, on: '2026-05-02' });
  await act(subgraph, 'deliverOrder', { id, expectedVersion: 2, on: '2026-05-03' });
  await act(subgraph, 'invoiceOrder', { id, expectedVersion: 3, on: '2026-05-04', number: 'F 1/2026' });

  const found = await read(
    subgraph,
    `{ order(id: "${id}") { version status requestedOn confirmedOn deliveredOn invoicedOn invoiceNumber clientKind
      fromMarket client { id } service { name } ${PRICE} } }`,
  );
  expect(found.order).toEqual({
    version: 4,
    status: 'INVOICED',
    requestedOn: '2026-05-01',
    confirmedOn: '2026-05-02',
    deliveredOn: '2026-05-03',
    invoicedOn: '2026-05-04',
    invoiceNumber: 'F 1/2026',
    clientKind: 'ORGANISATION',
    fromMarket: true,
    client: { id: BUYER.clientId },
    service: { name: 'play' },
    unitPrice: { amount: '12.35', currency: 'PLN' },
    total: { amount: '37.05' },
    unit: 'ticket',
    priceLabel: null,
    quantity: 3,
  });
  expect(await subgraph.events()).toEqual([
    {
      type: 'hub.order.delivered.v1',
      subject: id,
      data: {
        order: id,
        service: play.id,
        manufactory: `Manufactory_${theatre}`,
        amount: '37.05',
        currency: 'PLN',
        deliveredOn: '2026-05-03',
      },
    },
  ]);
});

it('takes the price of the moment over: what changes later does not change the order', async () => {
  const play = service(theatre, 'play', PRICED);
  const children = priceOption(play, 'children', { amount: '7.10', unit: 'child' });
  await subgraph.given(play, children);

  const input = { serviceId: play.id, priceOptionId: children.id, quantity: 10, ...PERSON };
  const { id } = await act(subgraph, 'requestOrder', input, 'id');
  await act(subgraph, 'withdrawPriceOption', { id: children.id, expectedVersion: 1 }, 'id');
  await act(subgraph, 'changeService', { id: play.id, expectedVersion: 1, price: '99', currency: 'PLN' });

  expect((await read(subgraph, `{ order(id: "${id}") { ${PRICE} } }`)).order).toEqual({
    unitPrice: { amount: '7.10', currency: 'PLN' },
    total: { amount: '71.00' },
    unit: 'child',
    priceLabel: 'children',
    quantity: 10,
  });
});

it('takes an agreed price for a service that has none, and for no other', async () => {
  const [puppet, play] = [service(theatre, 'puppet'), service(theatre, 'play', PRICED)];
  const children = priceOption(puppet, 'children');
  await subgraph.given(puppet, play, children);
  const agreed = { unitPrice: '250.5', currency: 'EUR', ...PERSON };

  const made = await act(subgraph, 'requestOrder', { serviceId: puppet.id, ...agreed }, PRICE);

  expect(made).toMatchObject({ unitPrice: { amount: '250.50', currency: 'EUR' }, quantity: 1 });
  for (const wrong of [
    { serviceId: puppet.id, ...PERSON },
    { serviceId: puppet.id, ...agreed, currency: null },
    { serviceId: play.id, ...agreed },
    { serviceId: puppet.id, ...agreed, priceOptionId: children.id },
  ]) {
    expect(await refusal(subgraph, 'requestOrder', wrong)).toMatchObject({ code: 'INVALID', field: 'unitPrice' });
  }
});

it('keeps a pseudonym of a person, a new one each time, and serves none', async () => {
  const play = service(theatre, 'play', PRICED);
  await subgraph.given(play);

  for (let i = 0; i < 2; i++) await act(subgraph, 'requestOrder', { serviceId: play.id, ...PERSON }, 'id');
  await act(subgraph, 'requestOrder', { serviceId: play.id, ...BUYER }, 'id');

  const stored = await subgraph.orm.em.fork().execute('select client_pseudonym, client_id from service_order');
  expect(new Set(stored.map((row) => row.client_pseudonym)).size).toBe(3);
  expect(stored.filter((row) => row.client_pseudonym === null)).toHaveLength(1);
  expect((await marketplace.build()).sdl).not.toMatch(/pseudonym/i);
});

it.each([
  ['a draft', DRAFT, 'DRAFT'],
  ['what is paused', { status: ServiceStatus.PAUSED }, 'PAUSED'],
  ['what has ended', ENDED, 'ENDED'],
])('takes no order of %s, and says so', async (_, facts, status) => {
  const play = service(theatre, 'play', { ...PRICED, ...facts });
  await subgraph.given(play);

  const refused = await refusal(subgraph, 'requestOrder', { serviceId: play.id, ...PERSON });

  expect(refused).toMatchObject({ code: 'CONFLICT', status });
  expect(refused.message).toContain(`"play" is ${status}, so it cannot be ordered`);
});

it('refuses an order of what is not there or not so, naming the field', async () => {
  const [play, other] = [service(theatre, 'play', PRICED), service(theatre, 'other', PRICED)];
  const [gone, foreign] = [priceOption(play, 'gone', { withdrawnOn: '2026-01-01' }), priceOption(other, 'foreign')];
  await subgraph.given(play, other, gone, foreign);

  const request = (input: object) => refusal(subgraph, 'requestOrder', { serviceId: play.id, ...PERSON, ...input });
  expect(await request({ serviceId: foreign.id })).toMatchObject({ code: 'INVALID', field: 'serviceId' });
  expect(await request({ serviceId: `Service_${v4()}` })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await request({ priceOptionId: play.id })).toMatchObject({ code: 'INVALID', field: 'priceOptionId' });
  expect(await request({ priceOptionId: foreign.id })).toMatchObject({ code: 'INVALID', field: 'priceOptionId' });
  expect(await request({ priceOptionId: gone.id })).toMatchObject({ code: 'CONFLICT', id: gone.id });
  expect(await request({ quantity: 0 })).toMatchObject({ code: 'INVALID', field: 'quantity' });
  expect(await request({ quantity: 10_001 })).toMatchObject({ code: 'INVALID', field: 'quantity' });
  expect(await request({ clientId: BUYER.clientId })).toMatchObject({ code: 'INVALID', field: 'client' });
  expect(await request({ clientKind: 'ORGANISATION' })).toMatchObject({ code: 'INVALID', field: 'client' });
  expect(await request({ ...BUYER, clientId: 'x' })).toMatchObject({ code: 'INVALID', field: 'clientId' });
  expect(await subgraph.orm.em.fork().execute('select id from service_order')).toEqual([]);
});

it('gives an invoice number of a seller to one order', async () => {
  const play = service(theatre, 'play');
  const [one, two] = [order(play, DELIVERED), order(play, DELIVERED)];
  await subgraph.given(play, one, two);

  await act(subgraph, 'invoiceOrder', { id: one.id, expectedVersion: 1, number: 'F1' });
  const refused = await refusal(subgraph, 'invoiceOrder', { id: two.id, expectedVersion: 1, number: 'F1' });

  expect(refused).toMatchObject({ code: 'CONFLICT', field: 'number' });
});

it('denies orders to whoever may not read them, in whatever way they are asked, before one is read', async () => {
  const play = service(theatre, 'play');
  const secret = order(play);
  await subgraph.given(play, secret);

  for (const query of [
    '{ orders { totalCount } }',
    `{ order(id: "${secret.id}") { status } }`,
    `{ _entities(representations: [{ __typename: "Order", id: "${secret.id}" }]) { ... on Order { status } } }`,
  ]) {
    for (const [caller, code] of [
      [ANONYMOUS, 'UNAUTHENTICATED'],
      [someone({ scopes: ['cps:write'] }), 'FORBIDDEN'],
    ] as const) {
      const { data, errors } = await subgraph.ask(query, {}, caller);
      expect(errors?.[0]?.extensions?.code).toBe(code);
      expect(JSON.stringify(data)).not.toContain('REQUESTED');
      expect(subgraph.sql).toEqual([]);
    }
    expect((await subgraph.ask(query, {}, someone({ scopes: ['orders:read'] }))).errors).toBeUndefined();
    expect((await subgraph.ask(query)).errors).toBeUndefined();
  }
});

it.each([
  ['null', ['2006-06-03', '2006-06-02', '2006-06-01']],
  ['{ status: CANCELLED }', ['2006-06-03']],
  ['{ serviceId: "Service_PLAY" }', ['2006-06-02', '2006-06-01']],
])('lists and counts the orders of the filter %s, the newest first', async (filter, expected) => {
  const [play, other] = [service(theatre, 'play'), service(theatre, 'other')];
  const orders = [
    order(play),
    order(play, { requestedOn: '2006-06-02' }),
    order(other, { ...CANCELLED, requestedOn: '2006-06-03' }),
  ];
  await subgraph.given(play, other, ...orders);

  const query = `{ orders(filter: ${filter.replace('PLAY', play.uuid)}) { totalCount nodes { requestedOn service { name } } } }`;
  const found = await read(subgraph, query);

  expect(found.orders.nodes.map(({ requestedOn }: { requestedOn: string }) => requestedOn)).toEqual(expected);
  expect(found.orders.totalCount).toBe(expected.length);
  expect(subgraph.sql).toHaveLength(3);
});
