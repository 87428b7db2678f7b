import { expect, it } from '@jest/globals';
import { buildGraph, composeGraph } from './graph.ts';

const users = {
  typeDefs: 'type Query { user: User } type User @key(fields: "id") { id: ID! name: String }',
  resolvers: { Query: { user: () => ({ id: 'u1', name: 'Ada' }) } },
};

it('never takes an external field from the subgraph that only refers to it', async () => {
  const graph = buildGraph({
    users,
    badges: {
      typeDefs: `type User @key(fields: "id") {
        id: ID! name: String @external badge: String @requires(fields: "name") level: Int
      }`,
      resolvers: {
        User: { name: () => 'wrong', badge: ({ name }: { name: string }) => `badge ${name}`, level: () => 1 },
      },
    },
  });

  expect(await graph.ask('{ user { level name } }')).toEqual({ data: { user: { level: 1, name: 'Ada' } } });
  for (const { query } of graph.sentTo('badges')) expect(query).not.toMatch(/\bname\b/);
  expect(await graph.ask('{ user { badge } }')).toEqual({ data: { user: { badge: 'badge Ada' } } });
});

it('is not composed where an external field serves nothing', () => {
  const idle = { typeDefs: 'type User @key(fields: "id") { id: ID! name: String @external level: Int }' };

  expect(() => composeGraph({ users, idle })).toThrow('"User.name" is marked @external but is not used');
});
