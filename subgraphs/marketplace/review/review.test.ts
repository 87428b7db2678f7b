import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act, refusal } from '../../../test/kit/act.ts';
import { read } from '../../../test/kit/ask.ts';
import { CONFIRMED, DELIVERED, order, review, service } from '../../../test/kit/given-marketplace.ts';
import { refusedField } from '../../../test/kit/refused-field.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { marketplace } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(marketplace);
const theatre = v4();
const ratings = async () => {
  const { services } = await read(subgraph, '{ services { nodes { name rating reviews } } }');
  return services.nodes;
};
/** A service with one delivered order for each rating, judged so. */
const rated = (name: string, ...given: number[]) => {
  const one = service(theatre, name);
  const orders = given.map(() => order(one, DELIVERED));
  return [one, ...orders, ...orders.map((sold, i) => review(sold, given[i] as number))];
};

it('judges a delivered order once, keeps the text from everybody, and tells that the service changed', async () => {
  const play = service(theatre, 'play');
  const sold = order(play, DELIVERED);
  await subgraph.given(play, sold);
  const input = { orderId: sold.id, rating: 5, text: 'Ola was kind', on: '2006-06-20' };

  const made = await act(subgraph, 'reviewOrder', input, 'id version rating reviewedOn');
  const refused = await refusal(subgraph, 'reviewOrder', { ...input, rating: 1 });

  expect(made).toEqual({ id: made.id, version: 1, rating: 5, reviewedOn: '2006-06-20' });
  expect(refused).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('was reviewed on 2006-06-20') });
  const found = await read(subgraph, `{ order(id: "${sold.id}") { review { id rating } } }`);
  expect(found.order.review).toEqual({ id: made.id, rating: 5 });
  expect((await subgraph.events()).map(({ type, subject }) => [type, subject])).toEqual([
    ['hub.service.changed.v1', play.id],
  ]);
  expect(JSON.stringify(await subgraph.events())).not.toContain('Ola');
  const sdl = (await marketplace.build()).sdl;
  expect(/^type Review [^{]*\{[^}]*\}/m.exec(sdl)?.[0]).not.toMatch(/\btext\b/);
});

it('refuses a review of what was not delivered, before it was, and of anything but 1 to 5', async () => {
  const play = service(theatre, 'play');
  const [sold, promised] = [order(play, DELIVERED), order(play, CONFIRMED)];
  await subgraph.given(play, sold, promised);

  const judge = (input: object) => refusal(subgraph, 'reviewOrder', { orderId: sold.id, rating: 3, ...input });
  expect(await judge({ orderId: promised.id })).toMatchObject({ code: 'CONFLICT', status: 'CONFIRMED' });
  expect(await judge({ orderId: play.id })).toMatchObject({ code: 'INVALID', field: 'orderId' });
  expect(await judge({ orderId: `Order_${v4()}` })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await judge({ on: '2006-06-19' })).toMatchObject({ code: 'INVALID', field: 'on' });
  expect(await judge({ rating: 0 })).toMatchObject({ code: 'INVALID', field: 'rating' });
  expect(await judge({ rating: 6 })).toMatchObject({ code: 'INVALID', field: 'rating' });
  expect(await judge({ text: '' })).toMatchObject({ code: 'INVALID', field: 'text' });
  expect(await judge({ text: 'ą'.repeat(1001) })).toMatchObject({ code: 'INVALID', field: 'text' });
  expect(refusedField(review(sold, 3, { text: '🎭'.repeat(1000) }))).toBeNull();
  expect(await subgraph.events()).toEqual([]);
});

it('shows the average, to one digit, from three reviews on', async () => {
  await subgraph.given(
    ...rated('four', 1, 1, 1, 2),
    ...rated('none'),
    ...rated('three', 5, 4, 4),
    ...rated('two', 5, 5),
  );

  expect(await ratings()).toEqual([
    { name: 'four', rating: '1.3', reviews: 4 },
    { name: 'none', rating: null, reviews: null },
    { name: 'three', rating: '4.3', reviews: 3 },
    { name: 'two', rating: null, reviews: null },
  ]);
});

it.each([1, 10, 100])('reads the ratings of %i services in one more statement', async (many) => {
  await subgraph.given(...Array.from({ length: many }, (_, i) => rated(`play ${i}`, 3, 3, 3)).flat());

  const { services } = await read(subgraph, '{ services(first: 100) { nodes { rating reviews } } }');

  expect(services.nodes).toEqual(Array.from({ length: many }, () => ({ rating: '3.0', reviews: 3 })));
  expect(subgraph.sql).toHaveLength(2);
});
