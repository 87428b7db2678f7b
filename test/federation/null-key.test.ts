import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const graphOf = (people: unknown) =>
  buildGraph({
    people: {
      typeDefs: `
        type Query { people: [Person] }
        type Person @key(fields: "id") { id: ID height: Int }`,
      resolvers: { Query: { people: () => people } },
    },
    sizes: {
      typeDefs: `
        type Person @key(fields: "id") { id: ID height: Int @external shoe: Int coat: Int @requires(fields: "height") }`,
      resolvers: { Person: { shoe: () => 40, coat: ({ height }: { height: number | null }) => height ?? -1 } },
    },
  });

it('does not ask about an entity without a key', async () => {
  const graph = graphOf([{ id: null }, { id: 'p1' }, null]);

  const answer = await graph.ask('{ people { shoe } }');

  expect(answer).toEqual({ data: { people: [{ shoe: null }, { shoe: 40 }, null] } });
  expect(graph.sentTo('sizes').map(({ variables }) => variables.representations)).toEqual([
    [{ __typename: 'Person', id: 'p1' }],
  ]);
});

it('does not take a field for @requires to be a key', async () => {
  const graph = graphOf([{ id: null, height: 180 }]);

  const answer = await graph.ask('{ people { coat } }');

  expect(answer).toEqual({ data: { people: [{ coat: null }] } });
  expect(graph.sentTo('sizes')).toEqual([]);
});

it('sends a null that a field requires: to be known as nothing is an answer', async () => {
  const graph = graphOf([{ id: 'p1', height: null }]);

  const answer = await graph.ask('{ people { coat } }');

  expect(answer).toEqual({ data: { people: [{ coat: -1 }] } });
  expect(graph.sentTo('sizes')[0]?.variables.representations).toEqual([
    { __typename: 'Person', id: 'p1', height: null },
  ]);
});

it('makes no call where there is nobody to ask about', async () => {
  const graph = graphOf([]);

  const answer = await graph.ask('{ people { shoe } }');

  expect(answer).toEqual({ data: { people: [] } });
  expect(graph.sent).toHaveLength(1);
});
