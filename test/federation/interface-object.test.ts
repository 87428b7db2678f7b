import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const types: Record<string, string> = { b1: 'Book', f1: 'Film' };

const buildRated = () =>
  buildGraph({
    shelf: {
      typeDefs: `
        type Query { media: [Media!]! }
        interface Media @key(fields: "id") { id: ID! title: String! }
        type Book implements Media @key(fields: "id") { id: ID! title: String! }
        type Film implements Media @key(fields: "id") { id: ID! title: String! }`,
      resolvers: {
        Query: { media: () => ['f1', 'b1'].map((id) => ({ __typename: types[id], id, title: `title ${id}` })) },
        Media: {
          __resolveReference: ({ id }: Keyed) => ({ __typename: types[id], id, title: `title ${id}` }),
        },
      },
    },
    ratings: {
      typeDefs: `
        type Query { rated: [Media] }
        type Media @interfaceObject @key(fields: "id") { id: ID! stars(of: Int = 5): Int }`,
      resolvers: {
        Query: { rated: () => [{ id: 'b1' }, { id: 'f1' }] },
        Media: { stars: ({ id }: Keyed, { of }: { of: number }) => (id === 'b1' ? of : 1) },
      },
    },
  });

it('asks for fields of an interface from a subgraph that knows only the interface', async () => {
  const graph = buildRated();

  const answer = await graph.ask('{ media { __typename stars(of: 10) } }');

  expect(answer).toEqual({
    data: {
      media: [
        { __typename: 'Film', stars: 1 },
        { __typename: 'Book', stars: 10 },
      ],
    },
  });
  expect(graph.sentTo('ratings')[0]?.variables.representations).toEqual([
    { __typename: 'Media', id: 'f1' },
    { __typename: 'Media', id: 'b1' },
  ]);
});

it('answers from there alone where the interface is all that is asked about', async () => {
  const graph = buildRated();

  const answer = await graph.ask('{ rated { id stars } }');

  expect(answer).toEqual({
    data: {
      rated: [
        { id: 'b1', stars: 5 },
        { id: 'f1', stars: 1 },
      ],
    },
  });
  expect(graph.sentTo('shelf')).toEqual([]);
});

it('finds out of which type an object is where the client wants to know', async () => {
  const answer = await buildRated().ask('{ rated { __typename stars title ... on Book { again: title } } }');

  expect(answer).toEqual({
    data: {
      rated: [
        { __typename: 'Book', title: 'title b1', stars: 5, again: 'title b1' },
        { __typename: 'Film', title: 'title f1', stars: 1 },
      ],
    },
  });
});

it('never gives the name of an interface for the type of an object', async () => {
  const graph = buildRated();
  graph.breakDown('shelf');

  const answer = await graph.ask('{ rated { __typename stars } }');

  expect(answer.data).toEqual({ rated: [null, null] });
  expect(answer.errors).toMatchObject([{ path: ['rated', 0], extensions: { service: 'shelf' } }]);
});

it('finds out the type also under another name', async () => {
  const answer = await buildRated().ask('{ rated { kind: __typename } }');

  expect(answer).toEqual({ data: { rated: [{ kind: 'Book' }, { kind: 'Film' }] } });
});
