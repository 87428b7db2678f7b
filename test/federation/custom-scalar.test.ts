import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const JSON_VALUE = { __typename: 'Thing', id: 'no entity', deep: [{ a: 1 }, 'x', null], _0_b: true };

const buildScalars = () =>
  buildGraph({
    a: {
      typeDefs: `
        scalar Json
        type Query { thing(like: Json): Thing echo(value: Json): Json }
        type Thing @key(fields: "id") { id: ID! json: Json list: [Json!] }`,
      resolvers: {
        Query: {
          thing: () => ({ id: 't1', json: JSON_VALUE, list: [1, 'two', [3]] }),
          echo: (_: unknown, { value }: { value: unknown }) => value,
        },
      },
    },
    b: {
      typeDefs:
        'scalar Json type Thing @key(fields: "id") { id: ID! json: Json @external same: Json @requires(fields: "json") }',
      resolvers: { Thing: { same: ({ json }: { json: unknown }) => json } },
    },
  });

it('hands on a scalar that is an object as it is, also to a subgraph that requires it', async () => {
  const answer = await buildScalars().ask('{ thing { json list same alias: json } }');

  expect(answer).toEqual({
    data: { thing: { json: JSON_VALUE, list: [1, 'two', [3]], same: JSON_VALUE, alias: JSON_VALUE } },
  });
});

it('takes one from a client, as a variable and in the document', async () => {
  const graph = buildScalars();

  expect(await graph.ask('query ($v: Json) { echo(value: $v) }', { v: JSON_VALUE })).toEqual({
    data: { echo: JSON_VALUE },
  });
  expect(await graph.ask('query ($v: Json) { echo(value: { a: [1, { b: "x" }], v: $v }) }', { v: 7 })).toEqual({
    data: { echo: { a: [1, { b: 'x' }], v: 7 } },
  });
});
