import { expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

it('leaves it to the subgraph who may see what has an access directive, and tells it who asks', async () => {
  const denied = () => {
    throw new Error('Log in first.');
  };
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { user: User open: Int }
        type User @key(fields: "id") {
          id: ID! mail: String @authenticated income: Int @requiresScopes(scopes: [["income:read"]])
          file: String @policy(policies: [["own-file"]])
        }`,
      resolvers: {
        Query: { user: () => ({ id: 'u1', income: 5, file: 'f' }), open: () => 1 },
        User: { mail: (_: unknown, __: unknown, { user }) => user ?? denied() },
      },
    },
    b: {
      typeDefs: 'type User @key(fields: "id") { id: ID! posts: Int }',
      resolvers: { User: { posts: () => 2 } },
    },
  });
  const source = '{ open user { mail income file posts } }';

  const user = { income: 5, file: 'f', posts: 2 };
  expect(await graph.ask(source, {}, { user: 'ada' })).toEqual({ data: { open: 1, user: { mail: 'ada', ...user } } });
  expect(await graph.ask(source)).toMatchObject({
    data: { open: 1, user: { mail: null, ...user } },
    errors: [{ message: 'Log in first.', path: ['user', 'mail'] }],
  });
  expect(printSchema(graph.engine.schema)).not.toMatch(/authenticated|requiresScopes|policy/);
});
