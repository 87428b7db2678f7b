import { expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

function refuse(message: string, extensions: Record<string, unknown> = {}): never {
  throw new GraphQLError(message, { extensions });
}

const buildShop = () =>
  buildGraph({
    shop: {
      typeDefs: `
        type Query { offers: [Offer] best: Offer broken: Int }
        type Offer { title(long: Boolean): String item: Item items: [[Item]] }
        type Item @key(fields: "id") { id: ID! secret: Int }`,
      resolvers: {
        Query: {
          offers: () => [
            { item: { id: 'bad' }, items: [[{ id: 'good' }], [null, { id: 'bad' }]] },
            { item: { id: 'good' } },
          ],
          best: () => ({ item: { id: 'bad' } }),
          broken: () =>
            refuse('Out of order.', { code: 'CONFLICT', until: 'noon', stacktrace: ['x.ts:1'], exception: {} }),
        },
        Offer: { title: () => refuse('No title.', { code: 'NOT_FOUND' }) },
        Item: { secret: () => refuse('Not for you.', { code: 'FORBIDDEN' }) },
      },
    },
    prices: {
      typeDefs: `
        type Item @key(fields: "id") { id: ID! secret: Int @external price(in: String): Int stock: Stock sum: Int @requires(fields: "secret") }
        type Stock { here: Int }`,
      resolvers: {
        Item: {
          price: ({ id }: Keyed) => (id === 'bad' ? refuse('No price.', { code: 'NOT_FOUND' }) : 5),
          stock: () => ({}),
          sum: () => 1,
        },
        Stock: { here: () => refuse('Not counted.') },
      },
    },
  });

it('keeps message, code and facts of a root error, names the subgraph, and drops its stack', async () => {
  const answer = await buildShop().ask('{ mine: broken }');

  expect(answer).toEqual({
    data: { mine: null },
    errors: [
      { message: 'Out of order.', path: ['mine'], extensions: { code: 'CONFLICT', until: 'noon', service: 'shop' } },
    ],
  });
});

it('keeps the path of an error beneath a root field, through lists and aliases', async () => {
  const answer = await buildShop().ask('{ all: offers { name: title } }');

  expect(answer.errors?.map(({ path }) => path)).toEqual([
    ['all', 0, 'name'],
    ['all', 1, 'name'],
  ]);
});

it('points an entity error at every place where the entity stands', async () => {
  const answer = await buildShop().ask('{ offers { item { cost: price } items { cost: price } } }');

  expect(answer.data).toEqual({
    offers: [
      { item: { cost: null }, items: [[{ cost: 5 }], [null, { cost: null }]] },
      { item: { cost: 5 }, items: null },
    ],
  });
  expect(answer.errors?.map(({ path }) => path).sort()).toEqual([
    ['offers', 0, 'item', 'cost'],
    ['offers', 0, 'items', 1, 1, 'cost'],
  ]);
  expect(answer.errors?.[0]).toMatchObject({
    message: 'No price.',
    extensions: { code: 'NOT_FOUND', service: 'prices' },
  });
});

it('points an error of a batch of entity calls at the right one, and beneath the entity', async () => {
  const answer = await buildShop().ask(
    '{ best { item { price(in: "PLN") } } offers { item { price(in: "EUR") stock { here } } } }',
  );

  expect(answer.errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
    'best.item.price',
    'offers.0.item.price',
    'offers.0.item.stock.here',
    'offers.1.item.stock.here',
  ]);
});

it('gives an error without a code the code of a subgraph error', async () => {
  const graph = buildShop();
  graph.answers('shop', () =>
    JSON.stringify({ data: { broken: null }, errors: [{ message: 'Hm.', path: ['broken'] }] }),
  );

  const answer = await graph.ask('{ broken }');

  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'DOWNSTREAM_SERVICE_ERROR', service: 'shop' });
});

it('points an error about a field that the client did not ask for at the object that it was for', async () => {
  const answer = await buildShop().ask('{ best { item { sum } } }');

  expect(answer.data).toEqual({ best: { item: { sum: 1 } } });
  expect(answer.errors).toMatchObject([{ message: 'Not for you.', path: ['best', 'item'] }]);
});

it('points an entity error that does not say where it happened at the first place', async () => {
  const graph = buildShop();
  graph.answers('prices', () => JSON.stringify({ errors: [{ message: 'Too much.' }] }));

  const answer = await graph.ask('{ offers { item { price } } }');

  expect(answer.data).toEqual({ offers: [{ item: { price: null } }, { item: { price: null } }] });
  expect(answer.errors).toMatchObject([{ message: 'Too much.', path: ['offers', 0, 'item'] }]);
});

it('points at each of several places beneath an entity that stands in several places', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { people: [Person] } type Person @key(fields: "id") { id: ID! }',
      resolvers: { Query: { people: () => [{ id: 'p1' }, { id: 'p1' }] } },
    },
    b: {
      typeDefs: `
        type Person @key(fields: "id") { id: ID! home: Home pets: [Pet] }
        type Home { city: City }
        type City @key(fields: "code") { code: ID! }
        union Pet = Cat | Dog
        type Cat @key(fields: "id") { id: ID! legs: Int! @shareable }
        type Dog { legs: Int @shareable }`,
      resolvers: {
        Person: {
          home: () => ({ city: { code: 'c1' } }),
          pets: () => [{ __typename: 'Dog', legs: 3 }],
        },
      },
    },
    c: {
      typeDefs: `
        type City @key(fields: "code") { code: ID! name: String }
        type Cat @key(fields: "id") { id: ID! legs: Int @shareable }`,
      resolvers: { City: { name: () => refuse('No name.') } },
    },
  });

  const answer = await graph.ask(
    '{ people { home { city { name } } pets { ... on Cat { legs } ... on Dog { legs } } } }',
  );

  const person = { home: { city: { name: null } }, pets: [{ legs: 3 }] };
  expect(answer.data).toEqual({ people: [person, person] });
  expect(answer.errors?.map(({ path }) => path)).toEqual([
    ['people', 0, 'home', 'city', 'name'],
    ['people', 1, 'home', 'city', 'name'],
  ]);
});
