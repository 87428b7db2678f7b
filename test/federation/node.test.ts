import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

it('reaches a type of another subgraph through a stub that `node` returns', async () => {
  const graph = buildGraph({
    hub: {
      typeDefs: `
        type Query { node(id: ID!): Node }
        interface Node { id: ID! }
        type Listing implements Node @key(fields: "id") { id: ID! }
        type Person implements Node @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { node: (_: unknown, { id }: { id: string }) => ({ __typename: id.split(':')[0], id }) },
      },
    },
    market: {
      typeDefs: 'type Listing @key(fields: "id") { id: ID! title: String }',
      resolvers: { Listing: { title: ({ id }: { id: string }) => `title of ${id}` } },
    },
    people: {
      typeDefs: 'type Person @key(fields: "id") { id: ID! name: String }',
      resolvers: { Person: { name: ({ id }: { id: string }) => `name of ${id}` } },
    },
  });
  const query = 'query ($id: ID!) { node(id: $id) { id ... on Listing { title } ... on Person { name } } }';

  const listing = await graph.ask(query, { id: 'Listing:1' });
  const person = await graph.ask(query, { id: 'Person:2' });

  expect(listing).toEqual({ data: { node: { id: 'Listing:1', title: 'title of Listing:1' } } });
  expect(person).toEqual({ data: { node: { id: 'Person:2', name: 'name of Person:2' } } });
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['hub', 'market', 'hub', 'people']);
});
