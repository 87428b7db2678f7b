import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Parcel {
  id: string;
  weight: number;
  price: string;
  box: { width: number; height: number };
  content: { __typename: string; glass?: boolean; volume?: number };
}

const parcels = [
  { id: 'a', weight: 2, box: { width: 3, height: 4 }, content: { __typename: 'Vase', glass: true } },
  { id: 'b', weight: 5, box: { width: 1, height: 1 }, content: { __typename: 'Liquid', volume: 9 } },
];

const types = `
  type Box @shareable { width: Int! height: Int! }
  union Content = Vase | Liquid
  type Vase @shareable { glass: Boolean }
  type Liquid @shareable { volume: Int }`;

const buildPost = () =>
  buildGraph({
    parcels: {
      typeDefs: `${types}
        type Query { parcels: [Parcel!]! }
        type Parcel @key(fields: "id") { id: ID! weight: Int! price(currency: String!): String box: Box! content: Content label: String within: Parcel }`,
      resolvers: {
        Query: { parcels: () => parcels },
        Parcel: {
          price: ({ weight }: Parcel, { currency }: { currency: string }) => `${weight} ${currency}`,
          label: ({ id }: Parcel) => `label ${id}`,
          within: () => parcels[1],
        },
      },
    },
    shipping: {
      typeDefs: `${types}
        type Parcel @key(fields: "id") {
          id: ID!
          weight: Int! @external
          price(currency: String!): String @external
          box: Box! @external
          content: Content @external
          cost: Int! @requires(fields: "weight")
          area: Int! @requires(fields: "box { width height }")
          insurance(days: Int!): String @requires(fields: "price(currency: \\"EUR\\")")
          duty: String @requires(fields: "price(currency: \\"USD\\")")
          care: String @requires(fields: "content { ... on Vase { glass } ... on Liquid { volume } }")
        }`,
      resolvers: {
        Parcel: {
          cost: ({ weight }: Parcel) => weight * 10,
          area: ({ box }: Parcel) => box.width * box.height,
          insurance: ({ price }: Parcel, { days }: { days: number }) => `${price} for ${days}`,
          duty: ({ price }: Parcel) => price,
          care: ({ content }: Parcel) => JSON.stringify(content),
        },
      },
    },
  });

it('brings a required field although the client did not ask for it, and does not show it', async () => {
  const answer = await buildPost().ask('{ parcels { cost } }');

  expect(answer).toEqual({ data: { parcels: [{ cost: 20 }, { cost: 50 }] } });
});

it('brings required fields of nested objects', async () => {
  const answer = await buildPost().ask('{ parcels { area box { height } } }');

  expect(answer).toEqual({
    data: {
      parcels: [
        { area: 12, box: { height: 4 } },
        { area: 1, box: { height: 1 } },
      ],
    },
  });
});

it('brings required fields by the type of a union, and says of which type they are', async () => {
  const answer = await buildPost().ask('{ parcels { care } }');

  expect(answer).toEqual({
    data: {
      parcels: [{ care: '{"__typename":"Vase","glass":true}' }, { care: '{"__typename":"Liquid","volume":9}' }],
    },
  });
});

it('keeps apart the same field with the arguments of the client and of two requirements', async () => {
  const answer = await buildPost().ask(
    'query ($days: Int!) { parcels { price(currency: "PLN") insurance(days: $days) duty } }',
    { days: 3 },
  );

  expect(answer).toEqual({
    data: {
      parcels: [
        { price: '2 PLN', insurance: '2 EUR for 3', duty: '2 USD' },
        { price: '5 PLN', insurance: '5 EUR for 3', duty: '5 USD' },
      ],
    },
  });
});

it('keeps them apart beneath the first level, too', async () => {
  const answer = await buildPost().ask('{ parcels { within { price(currency: "PLN") insurance(days: 1) } } }');

  const within = { price: '5 PLN', insurance: '5 EUR for 1' };
  expect(answer).toEqual({ data: { parcels: [{ within }, { within }] } });
});

it('requires the field itself and not what the client calls by its name', async () => {
  const answer = await buildPost().ask('{ parcels { weight: label box: label cost area } }');

  expect(answer).toEqual({
    data: {
      parcels: [
        { weight: 'label a', box: 'label a', cost: 20, area: 12 },
        { weight: 'label b', box: 'label b', cost: 50, area: 1 },
      ],
    },
  });
});

it('does not let a subgraph compute on a requirement that never came', async () => {
  const graph = buildPost();
  graph.answers('parcels', () => JSON.stringify({ data: { parcels: [{ __typename: 'Parcel', id: 'a' }] } }));

  const answer = await graph.ask('{ parcels { cost } }');

  expect(graph.sentTo('shipping')).toEqual([]);
  expect(answer.data).toBeNull();
  expect(answer.errors).toMatchObject([{ message: 'Cannot return null for non-nullable field Parcel.cost.' }]);
});

it('keeps what is required with arguments apart from the client’s own, also where two subgraphs have the field', async () => {
  const parcel = `type Parcel @key(fields: "id") { id: ID! price(in: String = "PLN"): String @shareable }`;
  const price = (_: object, given: { in: string }) => `5 ${given.in}`;
  const graph = buildGraph({
    a: { typeDefs: parcel, resolvers: { Parcel: { price } } },
    b: {
      typeDefs: `type Parcel @key(fields: "id") {
        id: ID! price(in: String = "PLN"): String @external duty: String @requires(fields: "price(in: \\"USD\\")")
      }`,
      resolvers: { Parcel: { duty: (sent: Parcel) => sent.price } },
    },
    c: {
      typeDefs: `type Query { parcel: Parcel } ${parcel}`,
      resolvers: { Query: { parcel: () => ({ id: 'a' }) }, Parcel: { price } },
    },
  });

  expect(await graph.ask('{ parcel { duty price } }')).toEqual({ data: { parcel: { duty: '5 USD', price: '5 PLN' } } });
});
