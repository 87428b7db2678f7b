import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const names: Record<string, string> = { i1: 'Town hall', i2: 'Library' };

it('asks another subgraph for the rest of an entity by its key', async () => {
  const graph = buildGraph({
    listings: {
      typeDefs: `
        type Query { listing: Listing }
        type Listing { title: String seller: Institution }
        type Institution @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { listing: () => ({ title: 'Van', seller: { id: 'i1' } }) } },
    },
    institutions: {
      typeDefs: 'type Institution @key(fields: "id") { id: ID! name: String }',
      resolvers: { Institution: { __resolveReference: ({ id }: Keyed) => ({ id, name: names[id] }) } },
    },
  });

  const answer = await graph.ask('{ listing { title seller { name } } }');

  expect(answer).toEqual({ data: { listing: { title: 'Van', seller: { name: 'Town hall' } } } });
  expect(graph.sentTo('institutions').map(({ variables }) => variables)).toEqual([
    { representations: [{ __typename: 'Institution', id: 'i1' }] },
  ]);
});

it('asks by a compound and nested key', async () => {
  const graph = buildGraph({
    offers: {
      typeDefs: `
        type Query { offer: Offer }
        type Offer @key(fields: "number owner { id seat { city } }") { number: Int! owner: Owner! }
        type Owner @shareable { id: ID! seat: Seat! }
        type Seat @shareable { city: String! }`,
      resolvers: { Query: { offer: () => ({ number: 7, owner: { id: 'o1', seat: { city: 'Kraków' } } }) } },
    },
    prices: {
      typeDefs: `
        type Offer @key(fields: "number owner { id seat { city } }") { number: Int! owner: Owner! price: String }
        type Owner @shareable { id: ID! seat: Seat! }
        type Seat @shareable { city: String! }`,
      resolvers: {
        Offer: {
          price: (offer: { number: number; owner: { id: string; seat: { city: string } } }) =>
            `${offer.number}/${offer.owner.id}/${offer.owner.seat.city}`,
        },
      },
    },
  });

  const answer = await graph.ask('{ offer { price } }');

  expect(answer).toEqual({ data: { offer: { price: '7/o1/Kraków' } } });
});

it('goes by way of a subgraph that knows both keys where two subgraphs share none', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { person: Person } type Person @key(fields: "id") { id: ID! }',
      resolvers: { Query: { person: () => ({ id: 'p1' }) } },
    },
    b: {
      typeDefs: 'type Person @key(fields: "id") @key(fields: "mail") { id: ID! mail: String! }',
      resolvers: { Person: { __resolveReference: ({ id }: Keyed) => ({ id, mail: `${id}@example.org` }) } },
    },
    c: {
      typeDefs: 'type Person @key(fields: "mail") { mail: String! badge: String }',
      resolvers: { Person: { badge: ({ mail }: { mail: string }) => `badge of ${mail}` } },
    },
  });

  const answer = await graph.ask('{ person { badge } }');

  expect(answer).toEqual({ data: { person: { badge: 'badge of p1@example.org' } } });
  expect(graph.sent.map(({ subgraph }) => subgraph)).toEqual(['a', 'b', 'c']);
});

it('matches entities by place, also where some are unknown', async () => {
  const graph = buildGraph({
    listings: {
      typeDefs: 'type Query { sellers: [Institution!]! } type Institution @key(fields: "id") { id: ID! }',
      resolvers: { Query: { sellers: () => [{ id: 'i2' }, { id: 'nobody' }, { id: 'i1' }] } },
    },
    institutions: {
      typeDefs: 'type Institution @key(fields: "id") { id: ID! name: String }',
      resolvers: {
        Institution: { __resolveReference: ({ id }: Keyed) => (names[id] ? { id, name: names[id] } : null) },
      },
    },
  });

  const answer = await graph.ask('{ sellers { id name } }');

  expect(answer).toEqual({
    data: {
      sellers: [
        { id: 'i2', name: 'Library' },
        { id: 'nobody', name: null },
        { id: 'i1', name: 'Town hall' },
      ],
    },
  });
});
