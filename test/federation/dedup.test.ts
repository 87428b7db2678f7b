import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const buildLoans = () =>
  buildGraph({
    loans: {
      typeDefs: `
        type Query { loans: [Loan!]! }
        type Loan { from: Person to: Person }
        type Person @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          loans: () => [
            { from: { id: 'p1' }, to: { id: 'p2' } },
            { from: { id: 'p2' }, to: { id: 'p1' } },
            { from: { id: 'p1' }, to: { id: 'p1' } },
          ],
        },
      },
    },
    people: {
      typeDefs:
        'type Person @key(fields: "id") { id: ID! home: Home friends: [Person] } type Home { city: City } type City @key(fields: "code") { code: ID! }',
      resolvers: {
        Person: {
          home: ({ id }: { id: string }) => ({ city: { code: `c-${id}` } }),
          friends: () => [{ id: 'p3' }],
        },
      },
    },
    cities: {
      typeDefs: 'type City @key(fields: "code") { code: ID! name: String }',
      resolvers: { City: { name: ({ code }: { code: string }) => code.toUpperCase() } },
    },
  });

it('asks about each entity once, in one call, however many places it stands in', async () => {
  const graph = buildLoans();

  const answer = await graph.ask('{ loans { from { home { city { code } } } to { home { city { code } } } } }');

  const [one, two] = ['c-p1', 'c-p2'].map((code) => ({ home: { city: { code } } }));
  expect(answer.data?.loans).toEqual([
    { from: one, to: two },
    { from: two, to: one },
    { from: one, to: one },
  ]);
  expect(graph.sentTo('people')).toHaveLength(1);
  const [representations] = Object.values(graph.sentTo('people')[0]?.variables ?? {});
  expect(representations).toHaveLength(2);
  expect(representations).toContainEqual({ __typename: 'Person', id: 'p1' });
  expect(representations).toContainEqual({ __typename: 'Person', id: 'p2' });
});

it('fills every place of an entity by itself, so that what one place asks for does not show in another', async () => {
  const answer = await buildLoans().ask(
    '{ loans { from { home { city { name } } } to { friends { id } home { city { code } } } } }',
  );

  expect(answer.data?.loans).toEqual([
    { from: { home: { city: { name: 'C-P1' } } }, to: { friends: [{ id: 'p3' }], home: { city: { code: 'c-p2' } } } },
    { from: { home: { city: { name: 'C-P2' } } }, to: { friends: [{ id: 'p3' }], home: { city: { code: 'c-p1' } } } },
    { from: { home: { city: { name: 'C-P1' } } }, to: { friends: [{ id: 'p3' }], home: { city: { code: 'c-p1' } } } },
  ]);
});
