import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const users = {
  typeDefs: 'type Query { user: User } type User @key(fields: "id") { id: ID! name: String }',
  resolvers: {
    Query: { user: () => ({ id: 'u1', name: 'Ada' }) },
    User: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
  },
};
const resolvers = {
  Query: { latest: () => ({ id: 'u2' }) },
  User: { posts: ({ id }: { id: string }) => [`post of ${id}`] },
};

it.each([
  [
    '@extends',
    {
      typeDefs:
        'type User @key(fields: "id") @extends { id: ID! @external posts: [String] } type Query { latest: User }',
    },
  ],
  [
    'extend type',
    {
      typeDefs: 'extend type User @key(fields: "id") { id: ID! @external posts: [String] } type Query { latest: User }',
    },
  ],
  [
    'extend type in Federation 1',
    {
      federation: '',
      typeDefs:
        'extend type User @key(fields: "id") { id: ID! @external posts: [String] } extend type Query { latest: User }',
    },
  ],
  [
    '@extends in Federation 1',
    {
      federation: '',
      typeDefs:
        'type User @key(fields: "id") @extends { id: ID! @external posts: [String] } type Query @extends { latest: User }',
    },
  ],
])('joins a type with what another subgraph adds to it by %s, both ways', async (_, subgraph) => {
  const graph = buildGraph({ users, posts: { ...subgraph, resolvers } });

  const answer = await graph.ask('{ user { name posts } latest { id name posts } }');

  expect(answer).toEqual({
    data: {
      user: { name: 'Ada', posts: ['post of u1'] },
      latest: { id: 'u2', name: 'name of u2', posts: ['post of u2'] },
    },
  });
});

it('answers for subgraphs of Federation 1 alone, which share what is not an entity', async () => {
  const money = 'type Money { amount: Int }';
  const graph = buildGraph({
    a: {
      federation: '',
      typeDefs: `type Query { item: Item } type Item @key(fields: "id") { id: ID! price: Money } ${money}`,
      resolvers: { Query: { item: () => ({ id: 'i1', price: { amount: 2 } }) } },
    },
    b: {
      federation: '',
      typeDefs: `extend type Item @key(fields: "id") { id: ID! @external price: Money @external tax: Money @requires(fields: "price { amount }") } ${money}`,
      resolvers: { Item: { tax: ({ price }: { price: { amount: number } }) => ({ amount: price.amount * 10 }) } },
    },
  });

  expect(await graph.ask('{ item { tax { amount } } }')).toEqual({ data: { item: { tax: { amount: 20 } } } });
});
