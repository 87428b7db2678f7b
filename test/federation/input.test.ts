import { expect, it } from '@jest/globals';
import { printType } from 'graphql';
import { buildGraph } from './graph.ts';

const echo = (_: unknown, { filter }: { filter: object }) => JSON.stringify(filter);

it('takes of an input the fields that all of its subgraphs know, and hands them on with their defaults', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'input Filter { text: String size: Int = 3 onlyA: Int } type Query { inA(filter: Filter): String }',
      resolvers: { Query: { inA: echo } },
    },
    b: {
      typeDefs: 'input Filter { text: String! size: Int = 3 onlyB: Int } type Query { inB(filter: Filter): String }',
      resolvers: { Query: { inB: echo } },
    },
  });

  const type = graph.engine.schema.getType('Filter');
  expect(type && printType(type)).toBe('input Filter {\n  text: String!\n  size: Int = 3\n}');
  expect(
    await graph.ask('query ($f: Filter) { inA(filter: $f) inB(filter: { text: "y" }) }', { f: { text: 'x' } }),
  ).toEqual({
    data: { inA: '{"text":"x","size":3}', inB: '{"text":"y","size":3}' },
  });
});
