import { expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

it('answers what is tagged like anything else, keeps the tags in the supergraph and shows clients none', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { item(kind: Kind @tag(name: "beta")): Item @tag(name: "public") }
        type Item @key(fields: "id") @tag(name: "public") { id: ID! }
        enum Kind { OLD NEW @tag(name: "beta") }`,
      resolvers: { Query: { item: (_: unknown, { kind }: { kind: string }) => ({ id: kind }) } },
    },
    b: {
      typeDefs: 'type Item @key(fields: "id") { id: ID! price: Int @tag(name: "internal") }',
      resolvers: { Item: { price: () => 3 } },
    },
  });

  expect(await graph.ask('{ item(kind: NEW) { id price } }')).toEqual({ data: { item: { id: 'NEW', price: 3 } } });
  expect(graph.engine.supergraph).toContain('@tag(name: "internal")');
  expect(printSchema(graph.engine.schema)).not.toContain('tag');
});
