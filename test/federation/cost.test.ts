import { expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

it('answers what has a price like anything else, and keeps the prices in the supergraph', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `type Query {
        items(first: Int @cost(weight: 2)): [Int] @cost(weight: 5) @listSize(slicingArguments: ["first"])
      }`,
      resolvers: { Query: { items: (_: unknown, { first }: { first: number }) => Array(first).fill(1) } },
    },
  });

  expect(await graph.ask('{ items(first: 2) }')).toEqual({ data: { items: [1, 1] } });
  expect(graph.engine.supergraph).toMatch(/items.*@cost\(weight: 5\).*@listSize\(/);
  expect(printSchema(graph.engine.schema)).not.toMatch(/cost|listSize/);
});
