import { expect, it } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

const buildSmall = () =>
  buildGraph({
    a: {
      typeDefs: 'type Query { hello: String self: Query } "A thing." type Thing @key(fields: "id") { id: ID! }',
      resolvers: { Query: { hello: () => 'hi', self: () => ({}) } },
    },
  });

it('introspects without asking anybody', async () => {
  const graph = buildSmall();

  const answer = await graph.ask(getIntrospectionQuery());

  const seen = buildClientSchema(answer.data as unknown as IntrospectionQuery);
  expect(printSchema(seen)).toBe(printSchema(graph.engine.schema));
  expect(graph.sent).toEqual([]);
});

it('mixes introspection with data, in the order of the client', async () => {
  const answer = await buildSmall().ask(
    '{ __schema { queryType { name } } hello again: __type(name: "Thing") { description } }',
  );

  expect(JSON.stringify(answer)).toBe(
    '{"data":{"__schema":{"queryType":{"name":"Query"}},"hello":"hi","again":{"description":"A thing."}}}',
  );
});

it('introspects within fragments, by variables, and beneath the root', async () => {
  const answer = await buildSmall().ask(
    `query ($name: String!, $no: Boolean!) { ...Meta hello self { ...Meta } left: __schema @include(if: $no) { description } }
     fragment Meta on Query { ... { __type(name: $name) { ...Kind } } }
     fragment Kind on __Type { kind }`,
    { name: 'Thing', no: false },
  );

  expect(answer).toEqual({
    data: { __type: { kind: 'OBJECT' }, hello: 'hi', self: { __type: { kind: 'OBJECT' } } },
  });
});

it('knows the name of the root type without asking anybody', async () => {
  const graph = buildSmall();
  graph.breakDown('a');

  const answer = await graph.ask('{ __typename ... { kind: __typename } }');

  expect(answer).toEqual({ data: { __typename: 'Query', kind: 'Query' } });
  expect(graph.sent).toEqual([]);
});
