import { expect, it } from '@jest/globals';
import { Twins } from '../../gateway/engine/plan/twins.ts';
import { buildGraph } from './graph.ts';

it('lets one object stand for those with the very same plain values, and for no others', () => {
  const twins = new Twins();
  const first = { __typename: 'Person', id: 'p1', name: null };
  const others = [
    { __typename: 'Robot', id: 'p1', name: null },
    { __typename: 'Person', id: 'p1', name: null, age: 3 },
    { __typename: 'Person', id: 'p1' },
    { __typename: 'Person', id: 'p1', name: ['Ada'] },
  ];

  expect(twins.of(first, 'p1')).toBe(first);
  expect(twins.of({ ...first }, 'p1')).toBe(first);
  for (const other of others) expect(twins.of(other, 'p1')).toBe(other);
});

const buildLibrary = () =>
  buildGraph({
    library: {
      typeDefs: `
        type Query { loans: [Loan] items: [Item] }
        type Loan { by: Person }
        union Item = Book | Film
        type Book { maker: Person }
        type Film { maker: Person }
        type Person @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          loans: () => [{ by: { id: 'p1' } }, { by: { id: 'p2' } }, { by: { id: 'p1' } }],
          items: () => [
            { __typename: 'Book', maker: { id: 'p1' } },
            { __typename: 'Film', maker: { id: 'p1' } },
          ],
        },
      },
    },
    people: {
      typeDefs:
        'type Person @key(fields: "id") { id: ID! name: String home: City } type City { name: String zip: String }',
      resolvers: {
        Person: {
          name: ({ id }: { id: string }) => {
            if (id === 'p1') throw new Error('Nobody knows.');
            return 'Bea';
          },
          home: () => ({ name: 'Kraków', zip: '31-' }),
        },
      },
    },
  });

it('tells an error about an entity in each of its places', async () => {
  const { data, errors } = await buildLibrary().ask('{ loans { by { name } } }');

  expect(data).toEqual({ loans: [{ by: { name: null } }, { by: { name: 'Bea' } }, { by: { name: null } }] });
  expect(errors?.map(({ path }) => path)).toEqual([
    ['loans', 0, 'by', 'name'],
    ['loans', 2, 'by', 'name'],
  ]);
});

it('gives equal entities beneath different types what was asked for beneath each', async () => {
  const { data } = await buildLibrary().ask(
    '{ items { ... on Book { maker { home { name } } } ... on Film { maker { id home { zip } } } } }',
  );

  expect(data).toEqual({
    items: [{ maker: { home: { name: 'Kraków' } } }, { maker: { id: 'p1', home: { zip: '31-' } } }],
  });
});
