import { expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';

/** A supergraph as Apollo's composition writes it, its machinery in the order and the words that it has there. */
const supergraph = (join: string) => `
schema
  @link(url: "https://specs.apollo.dev/link/v1.0")
  @link(url: "https://specs.apollo.dev/join/${join}", for: EXECUTION)
{
  query: Query
}

directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

scalar join__FieldSet

enum join__Graph {
  STOCK_LIST @join__graph(name: "stock-list", url: "http://stock.test/")
  USERS @join__graph(name: "users", url: "http://users.test/")
}

scalar link__Import

enum link__Purpose {
  """
  \`SECURITY\` features provide metadata necessary to securely resolve fields.
  """
  SECURITY

  """
  \`EXECUTION\` features provide metadata necessary for operation execution.
  """
  EXECUTION
}

union Owned
  @join__type(graph: STOCK_LIST)
  @join__unionMember(graph: STOCK_LIST, member: "Book")
 = Book

type Book
  @join__type(graph: STOCK_LIST)
{
  title: String
  state: State
}

enum State
  @join__type(graph: STOCK_LIST)
{
  NEW @join__enumValue(graph: STOCK_LIST)
  USED @join__enumValue(graph: STOCK_LIST)
}

type Query
  @join__type(graph: STOCK_LIST)
  @join__type(graph: USERS)
{
  me: User @join__field(graph: USERS)
}

type User
  @join__type(graph: STOCK_LIST, key: "id")
  @join__type(graph: USERS, key: "id")
{
  id: ID!
  name: String @join__field(graph: USERS)
  owns: [Owned] @join__field(graph: STOCK_LIST)
}
`;

const build = (sdl: string) =>
  buildEngine({
    supergraph: sdl,
    send: async ({ subgraph }) => ({
      text:
        subgraph === 'users'
          ? '{"data":{"me":{"__typename":"User","id":"u1","name":"Ada"}}}'
          : '{"data":{"_entities":[{"owns":[{"__typename":"Book","title":"T","state":"USED"}]}]}}',
    }),
  });

it.each(['v0.3', 'v0.4', 'v0.5'])('answers for a supergraph of Apollo’s composition in join %s', async (version) => {
  const source = '{ me { name owns { ... on Book { title state } } } }';

  const answer = await build(supergraph(version)).execute({ source, document: parse(source), context: {} });

  expect(JSON.parse(JSON.stringify(answer))).toEqual({
    data: { me: { name: 'Ada', owns: [{ title: 'T', state: 'USED' }] } },
  });
});

it.each(['v0.1', 'v0.2', 'v0.9'])('refuses a supergraph in join %s, and says what to do', (version) => {
  expect(() => build(supergraph(version))).toThrow(
    `The supergraph is written in join ${version}; the engine reads v0.3, v0.4, v0.5. Compose the subgraphs again`,
  );
});

it('refuses a supergraph of Federation 1, and says what to do', () => {
  const core = `
    schema
      @core(feature: "https://specs.apollo.dev/core/v0.2")
      @core(feature: "https://specs.apollo.dev/join/v0.1", for: EXECUTION)
    { query: Query }
    enum join__Graph { A @join__graph(name: "a" url: "http://a.test/") }
    type Query { x: Int @join__field(graph: A) }`;

  expect(() => build(core)).toThrow('The supergraph is written in join v0.1');
});
