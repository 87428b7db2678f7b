import { expect, it } from '@jest/globals';
import { type Answer, buildGraph } from './graph.ts';

const buildEcho = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { item(id: ID!, tags: [String!], filter: Filter): Item }
        input Filter { from: Int = 3 size: Size }
        enum Size { SMALL LARGE }
        type Item @key(fields: "id") { id: ID! args: String }`,
      resolvers: {
        Query: { item: (_: unknown, args: { id: string }) => ({ id: args.id, args: JSON.stringify(args) }) },
      },
    },
    b: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! price(currency: String, digits: Int): String }',
      resolvers: {
        Item: {
          price: (_: unknown, { currency, digits }: { currency?: string; digits?: number }) => `${currency} ${digits}`,
        },
      },
    },
  });

const argsOf = ({ data }: Answer) => (data?.item as { args: string } | undefined)?.args ?? '';

it('sends each subgraph only the variables that it uses, with defaults applied', async () => {
  const graph = buildEcho();

  const answer = await graph.ask(
    `query ($id: ID!, $currency: String = "EUR", $digits: Int) {
      item(id: $id) { price(currency: $currency, digits: $digits) }
    }`,
    { id: 7, other: 'never' },
  );

  expect(answer).toEqual({ data: { item: { price: 'EUR undefined' } } });
  expect(graph.sent.map(({ variables }) => variables)).toEqual([
    { id: '7' },
    { representations: [{ __typename: 'Item', id: '7' }], currency: 'EUR' },
  ]);
});

it('passes a null that was given, for it is not the same as nothing', async () => {
  const answer = await buildEcho().ask('query ($c: String = "EUR") { item(id: 1) { price(currency: $c) } }', {
    c: null,
  });

  expect(answer).toEqual({ data: { item: { price: 'null undefined' } } });
});

it('passes lists and input objects', async () => {
  const answer = await buildEcho().ask(
    'query ($tags: [String!], $filter: Filter) { item(id: 1, tags: $tags, filter: $filter) { args } }',
    { tags: 'single', filter: { size: 'LARGE' } },
  );

  expect(JSON.parse(argsOf(answer))).toEqual({
    id: '1',
    tags: ['single'],
    filter: { from: 3, size: 'LARGE' },
  });
});

it('refuses variables that do not fit, before any subgraph is asked', async () => {
  const graph = buildEcho();

  const answer = await graph.ask('query ($id: ID!, $digits: Int) { item(id: $id) { price(digits: $digits) } }', {
    digits: 'two',
  });

  expect(answer).not.toHaveProperty('data');
  expect(answer.errors?.map(({ extensions }) => extensions)).toEqual([
    { code: 'BAD_USER_INPUT' },
    { code: 'BAD_USER_INPUT' },
  ]);
  expect(graph.sent).toEqual([]);
});
