import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const buildTown = () =>
  buildGraph({
    town: {
      typeDefs: `
        type Query { places: [Place!] town: String population: Int! @shareable }
        type Place @key(fields: "id") { id: ID! name: String! weight: Int! }`,
      resolvers: {
        Query: {
          town: () => 'Kraków',
          population: () => 1,
          places: () => ['a', 'b', 'a'].map((id) => ({ id, name: id, weight: 3 })),
        },
      },
    },
    cps: {
      typeDefs: `
        type Query { posts: [Int] mayor: String! }
        type Place @key(fields: "id") { id: ID! weight: Int! @external open: Boolean hours: String! load: Int! @requires(fields: "weight") }`,
      resolvers: { Place: { open: () => true, hours: () => '8-16', load: ({ weight }: { weight: number }) => weight } },
    },
    sizes: {
      typeDefs: 'type Place @key(fields: "id") { id: ID! size: Int }',
      resolvers: { Place: { size: ({ id }: Keyed) => id.length } },
    },
  });

it('nulls only the fields of the subgraph that is down, and says which one', async () => {
  const graph = buildTown();
  graph.breakDown('cps');

  const answer = await graph.ask('{ town posts places { name open size } }');

  expect(answer.data).toEqual({
    town: 'Kraków',
    posts: null,
    places: ['a', 'b', 'a'].map((name) => ({ name, open: null, size: 1 })),
  });
  expect(answer.errors).toEqual([
    {
      message: 'The subgraph "cps" did not answer; its fields are null.',
      path: ['posts'],
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', service: 'cps' },
    },
    {
      message: 'The subgraph "cps" did not answer; its fields are null.',
      path: ['places', 0],
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', service: 'cps' },
    },
  ]);
});

it('tells a failed entity call once, also where it nulls many non-null fields', async () => {
  const graph = buildTown();
  graph.breakDown('cps');

  const answer = await graph.ask('{ town places { hours load } }');

  expect(answer.data).toEqual({ town: 'Kraków', places: null });
  expect(answer.errors).toHaveLength(1);
});

it('tells a failed root call for each root field that it should have filled', async () => {
  const graph = buildTown();
  graph.breakDown('cps');

  const answer = await graph.ask('{ news: posts mayor }');

  expect(answer.data).toBeNull();
  expect(answer.errors?.map(({ path }) => path)).toEqual([['news'], ['mayor']]);
});

it('does not blame a second subgraph for what it could not be asked for want of the first', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { items: [Item] } type Item @key(fields: "id") { id: ID! }',
      resolvers: { Query: { items: () => [{ id: 'i1' }] } },
    },
    b: { typeDefs: 'type Item @key(fields: "id") { id: ID! weight: Int! }' },
    c: {
      typeDefs:
        'type Item @key(fields: "id") { id: ID! weight: Int! @external cost: Int! @requires(fields: "weight") }',
    },
  });
  graph.breakDown('b');

  const answer = await graph.ask('{ items { cost } }');

  expect(graph.sentTo('c')).toEqual([]);
  expect(answer.data).toEqual({ items: [null] });
  expect(answer.errors).toMatchObject([{ path: ['items', 0], extensions: { service: 'b' } }]);
});

it('shows nothing of the transport to clients and keeps it for the log', async () => {
  const graph = buildTown();
  graph.breakDown('town');

  const source = '{ town }';
  const { errors } = await graph.engine.execute({ source, document: parse(source), context: {} });

  expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|10\.0\.0\.7/);
  expect(errors?.[0]?.stack).not.toMatch(/ECONNREFUSED|10\.0\.0\.7/);
  expect(errors?.[0]?.cause).toMatchObject({ message: 'connect ECONNREFUSED 10.0.0.7:4001' });
});

it('does not take a subgraph that is down for the cause of what another did not give', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! }',
      resolvers: { Query: { item: () => ({ id: 'i1' }) } },
    },
    b: { typeDefs: 'type Item @key(fields: "id") { id: ID! price: Int }' },
    c: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! size: Int! }',
      resolvers: { Item: { __resolveReference: () => null } },
    },
  });
  graph.breakDown('b');

  const answer = await graph.ask('{ item { price size } }');

  expect(answer.data).toEqual({ item: null });
  expect(answer.errors?.map(({ message }) => message)).toEqual([
    'The subgraph "b" did not answer; its fields are null.',
    'Cannot return null for non-nullable field Item.size.',
  ]);
});

it('takes it for the cause of its part of what several subgraphs fill together', async () => {
  const part = (own: string) => `type Query { place: Place @shareable } type Place { name: String @shareable ${own} }`;
  const graph = buildGraph({
    a: { typeDefs: part('beds: Int!'), resolvers: { Query: { place: () => ({ name: 'Hall', beds: 2 }) } } },
    b: { typeDefs: part('price: Int!') },
  });
  graph.breakDown('b');

  const answer = await graph.ask('{ place { name beds price } }');

  expect(answer.data).toEqual({ place: null });
  expect(answer.errors).toMatchObject([{ path: ['place'], extensions: { service: 'b' } }]);
});
