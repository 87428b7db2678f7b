import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, refusal } from '../../../test/kit/act.ts';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { DRAFT, ENDED, priceOption, service } from '../../../test/kit/given-marketplace.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const FIELDS = 'id version label unit withdrawnOn price { amount currency } service { name }';
const open = '{ services { nodes { name priceOptions { totalCount nodes { label } } } } }';

it('adds a price beside the others and withdraws it, and tells that the service changed', async () => {
  const play = service(v4(), 'play');
  await subgraph.given(play, priceOption(play, 'seniors'));

  const added = await act(
    subgraph,
    'addPriceOption',
    { serviceId: play.id, label: 'children', amount: '7.5', currency: 'PLN', unit: 'ticket' },
    FIELDS,
  );
  const both = await read(subgraph, open);
  const withdrawn = await act(
    subgraph,
    'withdrawPriceOption',
    { id: added.id, expectedVersion: 1, on: '2026-06-01' },
    FIELDS,
  );
  const one = await read(subgraph, open);

  expect(added).toEqual({
    id: added.id,
    version: 1,
    label: 'children',
    unit: 'ticket',
    withdrawnOn: null,
    price: { amount: '7.50', currency: 'PLN' },
    service: { name: 'play' },
  });
  expect(withdrawn).toEqual({ ...added, version: 2, withdrawnOn: '2026-06-01' });
  expect(both.services.nodes[0].priceOptions).toEqual({
    totalCount: 2,
    nodes: [{ label: 'children' }, { label: 'seniors' }],
  });
  expect(one.services.nodes[0].priceOptions).toEqual({ totalCount: 1, nodes: [{ label: 'seniors' }] });
  expect((await subgraph.events()).map(({ type, subject }) => [type, subject])).toEqual([
    ['hub.service.changed.v1', play.id],
    ['hub.service.changed.v1', play.id],
  ]);
});

it('lets a label be used again once it is withdrawn, and not before', async () => {
  const play = service(v4(), 'play');
  const first = priceOption(play, 'children');
  await subgraph.given(play, first);
  const again = { serviceId: play.id, label: 'children', amount: '8', currency: 'PLN' };

  const refused = await refusal(subgraph, 'addPriceOption', again);
  await act(subgraph, 'withdrawPriceOption', { id: first.id, expectedVersion: 1 }, 'id');
  const added = await act(subgraph, 'addPriceOption', again, 'price { amount }');

  expect(refused).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('"children"') });
  expect(added).toEqual({ price: { amount: '8.00' } });
});

it('refuses a price of a service that ended or is none, one that is no amount, and to withdraw it twice', async () => {
  const [play, ended] = [service(v4(), 'play'), service(v4(), 'ended', ENDED)];
  const old = priceOption(play, 'old', { withdrawnOn: '2006-06-01' });
  await subgraph.given(play, ended, old);
  const price = { serviceId: play.id, label: 'children', amount: '8', currency: 'PLN' };

  const add = (input: object) => refusal(subgraph, 'addPriceOption', { ...price, ...input });
  expect(await add({ serviceId: ended.id })).toMatchObject({ code: 'CONFLICT', status: 'ENDED' });
  expect(await add({ serviceId: old.id })).toMatchObject({ code: 'INVALID', field: 'serviceId' });
  expect(await add({ serviceId: `Service_${v4()}` })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await add({ amount: '0.001' })).toMatchObject({ code: 'INVALID', field: 'amount' });
  expect(await add({ label: '' })).toMatchObject({ code: 'INVALID', field: 'label' });
  expect(await refusal(subgraph, 'withdrawPriceOption', { id: old.id, expectedVersion: 1 })).toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('"old" was withdrawn on 2006-06-01'),
  });
  expect(await subgraph.events()).toEqual([]);
});

it.each([1, 10, 100])('reads the prices of %i services in one more statement', async (many) => {
  const services = Array.from({ length: many }, (_, i) => service(v4(), `play ${i}`));
  await subgraph.given(...services, ...services.map((one) => priceOption(one, 'children')));

  const data = await read(subgraph, '{ services(first: 100) { nodes { priceOptions { nodes { label } } } } }');

  expect(data.services.nodes).toEqual(services.map(() => ({ priceOptions: { nodes: [{ label: 'children' }] } })));
  expect(subgraph.sql).toHaveLength(2);
});

it('finds prices by their keys in one statement, and none of a draft', async () => {
  const [play, draft] = [service(v4(), 'play'), service(v4(), 'draft', DRAFT)];
  const [shown, secret] = [priceOption(play, 'children'), priceOption(draft, 'secret')];
  await subgraph.given(play, draft, shown, secret);

  const found = await readEntities(subgraph, 'PriceOption', [secret.id, play.id, shown.id], 'label');

  expect(found).toEqual([null, null, { label: 'children' }]);
  expect(subgraph.sql).toHaveLength(1);
});
