import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildGraph } from './graph.ts';

const buildOne = () =>
  buildGraph({ a: { typeDefs: 'type Query { hello: String }', resolvers: { Query: { hello: () => 'hi' } } } });

it('tells who asks for @defer that the graph does not have it', async () => {
  await expect(buildOne().ask('{ ... @defer { hello } }')).rejects.toThrow('Unknown directive "@defer".');
});

it('answers at once and as a whole where a host lets @defer through', async () => {
  const source = '{ ... @defer { hello } }';

  expect(await buildOne().engine.execute({ source, document: parse(source), context: {} })).toEqual({
    data: { hello: 'hi' },
  });
});
