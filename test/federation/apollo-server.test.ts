import { ApolloServer } from '@apollo/server';
import { expect, it } from '@jest/globals';
import { ApolloGateway } from '../../gateway/engine/apollo-gateway.ts';
import { buildGraph, type TestContext } from './graph.ts';

it('serves the graph through Apollo Server, which gives it the context of the request', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { me: Person } type Person @key(fields: "id") { id: ID! }',
      resolvers: { Query: { me: (_: unknown, __: unknown, { user }: TestContext) => ({ id: user }) } },
    },
    b: {
      typeDefs: 'type Person @key(fields: "id") { id: ID! name(upper: Boolean = false): String phone: String }',
      resolvers: {
        Person: {
          name: ({ id }: { id: string }, { upper }: { upper: boolean }) => (upper ? id.toUpperCase() : id),
          phone: () => {
            throw new Error('Not listed.');
          },
        },
      },
    },
  });
  const server = new ApolloServer<TestContext>({ gateway: new ApolloGateway(graph.engine) });

  const { body } = await server.executeOperation(
    { query: 'query ($upper: Boolean) { me { name(upper: $upper) phone } }', variables: { upper: true } },
    { contextValue: { user: 'ada' } },
  );
  await server.stop();

  expect(body.kind === 'single' && JSON.parse(JSON.stringify(body.singleResult))).toMatchObject({
    data: { me: { name: 'ADA', phone: null } },
    errors: [{ message: 'Not listed.', path: ['me', 'phone'], extensions: { service: 'b' } }],
  });
});

it('denies through Apollo Server what the context does not grant', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: 'type Query { open: Int secret: Int @requiresScopes(scopes: [["s"]]) }',
      resolvers: { Query: { open: () => 1, secret: () => 2 } },
    },
  });
  const server = new ApolloServer<TestContext>({ gateway: new ApolloGateway(graph.engine) });
  const ask = async (contextValue: TestContext) => {
    const { body } = await server.executeOperation({ query: '{ open secret }' }, { contextValue });
    return body.kind === 'single' && JSON.parse(JSON.stringify(body.singleResult));
  };

  const answers = [await ask({}), await ask({ scopes: [] }), await ask({ scopes: ['s'] })];
  await server.stop();

  expect(answers).toMatchObject([
    { data: { open: 1, secret: null }, errors: [{ path: ['secret'], extensions: { code: 'UNAUTHENTICATED' } }] },
    { data: { open: 1, secret: null }, errors: [{ path: ['secret'], extensions: { code: 'FORBIDDEN' } }] },
    { data: { open: 1, secret: 2 } },
  ]);
});

it('lets Apollo Server refuse what is not in the public schema', async () => {
  const graph = buildGraph({ a: { typeDefs: 'type Query { open: Int hidden: Int @inaccessible }' } });
  const server = new ApolloServer({ gateway: new ApolloGateway(graph.engine) });

  const { body } = await server.executeOperation({ query: '{ hidden }' });
  await server.stop();

  expect(body).toMatchObject({ singleResult: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } });
  expect(graph.sent).toEqual([]);
});
