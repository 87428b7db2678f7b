import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

it('takes an overridden field from its new home, also where the old one could answer', async () => {
  const graph = buildGraph({
    old: {
      typeDefs: 'type Query { listing: Listing } type Listing @key(fields: "id") { id: ID! title: String }',
      resolvers: { Query: { listing: () => ({ id: 'l1', title: 'old title' }) } },
    },
    fresh: {
      typeDefs: 'type Listing @key(fields: "id") { id: ID! title: String @override(from: "old") }',
      resolvers: { Listing: { title: () => 'new title' } },
    },
  });

  const answer = await graph.ask('{ listing { title } }');

  expect(answer).toEqual({ data: { listing: { title: 'new title' } } });
});

it.each(['percent(30)', 'beta'])(
  'leaves a field where it was while its move is only by the label %s',
  async (label) => {
    const graph = buildGraph({
      old: {
        typeDefs: 'type Query { listing: Listing } type Listing @key(fields: "id") { id: ID! title: String }',
        resolvers: { Query: { listing: () => ({ id: 'l1', title: 'old title' }) } },
      },
      fresh: {
        typeDefs: `type Listing @key(fields: "id") { id: ID! title: String @override(from: "old", label: "${label}") }`,
        resolvers: { Listing: { title: () => 'new title' } },
      },
    });

    expect(await graph.ask('{ listing { title } }')).toEqual({ data: { listing: { title: 'old title' } } });
    expect(graph.sentTo('fresh')).toEqual([]);
  },
);
