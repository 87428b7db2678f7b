import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const buildItems = () =>
  buildGraph({
    a: {
      typeDefs: 'type Query { item: Item other: Int } type Item @key(fields: "id") { id: ID! name: String }',
      resolvers: { Query: { item: () => ({ id: 'i1', name: 'Van' }), other: () => 1 } },
    },
    b: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! price: Int }',
      resolvers: { Item: { price: () => 5 } },
    },
  });

const query = `query ($price: Boolean!, $noName: Boolean = false) {
  item { price @include(if: $price) ... @skip(if: $noName) { name } }
}`;

it('leaves out what the variables leave out, and does not ask for it', async () => {
  const graph = buildItems();

  const without = await graph.ask(query, { price: false });
  const callsWithout = graph.sentTo('b').length;
  const withPrice = await graph.ask(query, { price: true, noName: true });

  expect(without).toEqual({ data: { item: { name: 'Van' } } });
  expect(callsWithout).toBe(0);
  expect(withPrice).toEqual({ data: { item: { price: 5 } } });
  expect(graph.sentTo('b')).toHaveLength(1);
  expect(graph.sent.map(({ query: sent }) => sent).join()).not.toMatch(/@|Boolean/);
});

it('obeys literal conditions and several on one field', async () => {
  const graph = buildItems();
  const both = 'query ($yes: Boolean!) { item { name @skip(if: $yes) @include(if: $yes) id @skip(if: true) } other }';

  const yes = await graph.ask(both, { yes: true });
  const no = await graph.ask(both, { yes: false });

  expect(yes).toEqual({ data: { item: {}, other: 1 } });
  expect(no).toEqual({ data: { item: {}, other: 1 } });
});

it('leaves out a whole root field', async () => {
  const answer = await buildItems().ask('query ($no: Boolean!) { item @include(if: $no) { price } other }', {
    no: false,
  });

  expect(answer).toEqual({ data: { other: 1 } });
});

it('obeys conditions on fragments within fragments on a type', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { things: [Thing] }
        union Thing = Book | Film
        type Book @key(fields: "id") { id: ID! pages: Int }
        type Film @key(fields: "id") { id: ID! }`,
      resolvers: { Query: { things: () => [{ __typename: 'Book', id: 'b1', pages: 9 }] } },
    },
    b: {
      typeDefs: 'type Book @key(fields: "id") { id: ID! price: Int }',
      resolvers: { Book: { price: () => 5 } },
    },
  });
  const conditional = `
    query ($price: Boolean!) { things { ... on Book { pages ... @include(if: $price) { price } ...More @skip(if: $price) } } }
    fragment More on Book { id }`;

  const yes = await graph.ask(conditional, { price: true });
  const no = await graph.ask(conditional, { price: false });

  expect(yes).toEqual({ data: { things: [{ pages: 9, price: 5 }] } });
  expect(no).toEqual({ data: { things: [{ pages: 9, id: 'b1' }] } });
  expect(graph.sentTo('b')).toHaveLength(1);
});

it('says nothing of a failed field that was left out', async () => {
  const graph = buildItems();
  graph.breakDown('a');

  const answer = await graph.ask('query ($no: Boolean!) { item @include(if: $no) { name } other }', { no: false });

  expect(answer.data).toEqual({ other: null });
  expect(answer.errors?.map(({ path }) => path)).toEqual([['other']]);
});
