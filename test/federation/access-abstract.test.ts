import { expect, it } from '@jest/globals';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { buildGraph } from './graph.ts';

const things = [
  { __typename: 'Tree', id: 'Tree_1', note: 'tall', secret: 's', name: 'oak' },
  { __typename: 'Person', id: 'Person_1', note: 'shy', secret: 's', name: 'Ada' },
];
const byId = (_: unknown, { id }: { id: string }) => things.find((thing) => thing.id === id);

/** Trees, which are for everybody, and people, who are not. */
const graphOfThings = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { node(id: ID!): Node nodes: [Node!] anything: [Thing] person: Person owned: Owned only: Only strict: [Node!]! }
        interface Node { id: ID! note: String secret: String }
        interface Owned { owner: Node }
        type Tree implements Node & Owned @key(fields: "id") {
          id: ID! note: String secret: String name: String owner: Person
        }
        type Person implements Node & Owned @key(fields: "id") @requiresScopes(scopes: [["people"]]) {
          id: ID! note: String secret: String name: String owner: Tree
        }
        type Hut implements Node @key(fields: "id") {
          id: ID! note: String @requiresScopes(scopes: [["huts"]]) secret: String @authenticated
        }
        union Thing = Tree | Person
        union Only = Person`,
      resolvers: {
        Query: {
          node: byId,
          nodes: () => [...things, { __typename: 'Hut', id: 'Hut_1', note: 'dry', secret: 's' }],
          anything: () => things,
          person: () => things[1],
          owned: () => things[0],
          only: () => things[1],
          strict: () => things,
        },
        Tree: { owner: () => things[1] },
        Person: { owner: () => things[0] },
      },
    },
    b: {
      typeDefs: `
        type Tree @key(fields: "id") { id: ID! age: Int }
        type Person @key(fields: "id") { id: ID! age: Int }`,
      resolvers: { Tree: { age: () => 100 }, Person: { age: () => 36 } },
    },
  });

const asked = ({ sent }: { sent: { query: string }[] }): string => sent.map(({ query }) => query).join('\n');
const NOBODY = { scopes: [] };

it('denies an object of a protected type behind an interface, of which nothing but its type is fetched', async () => {
  const graph = graphOfThings();
  const source = '{ node(id: "Person_1") { __typename id note ... on Person { name age } } }';

  expect(await graph.ask(source, {}, NOBODY)).toEqual({
    data: { node: null },
    errors: [
      {
        message: 'You may not use `Person`: it needs `people`.',
        path: ['node'],
        extensions: { code: 'FORBIDDEN', coordinate: 'Person' },
      },
    ],
  });
  expect(asked(graph)).not.toMatch(/on Person|\bname|\bage/);
  expect(graph.sentTo('b')).toEqual([]);
  expect((await graph.ask(source)).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  expect((await graph.ask(source, {}, { scopes: ['people', 'huts'] })).data?.node).toMatchObject({
    name: 'Ada',
    age: 36,
  });
});

it('denies the protected objects of a list and answers the others, whether asked by interface, union or fragment', async () => {
  const graph = graphOfThings();
  const { data, errors } = await graph.ask(
    `{
      anything { __typename ... on Node { id note } ... on Tree { name age } ...Named }
      strict { id }
    }
    fragment Named on Person { named: name age }`,
    {},
    NOBODY,
  );

  expect(data).toBeNull(); // \`strict\` has no place for a null
  expect(errors?.map(({ path }) => path?.[0])).toEqual(['anything', 'strict']);
  const lenient = await graph.ask(
    '{ anything { __typename ... on Node { id note } ... on Tree { name age } ... on Person { name age } } }',
    {},
    NOBODY,
  );
  expect(lenient.data).toEqual({
    anything: [{ __typename: 'Tree', id: 'Tree_1', note: 'tall', name: 'oak', age: 100 }, null],
  });
  expect(lenient.errors).toMatchObject([{ path: ['anything', 1], extensions: { coordinate: 'Person' } }]);
  expect(JSON.stringify(graph.sentTo('b'))).not.toContain('Person');
});

it('denies a field of an interface for just the types that protect it', async () => {
  const graph = graphOfThings();
  const { data, errors } = await graph.ask('{ nodes { id note secret } }', {}, { scopes: ['people'] });

  expect(data).toEqual({
    nodes: [
      { id: 'Tree_1', note: 'tall', secret: 's' },
      { id: 'Person_1', note: 'shy', secret: 's' },
      { id: 'Hut_1', note: null, secret: 's' },
    ],
  });
  expect(errors).toMatchObject([{ path: ['nodes', 2, 'note'], extensions: { coordinate: 'Hut.note' } }]);
});

it('denies a protected type that an object has in the place of its interface', async () => {
  const graph = graphOfThings();

  expect(await graph.ask('{ owned { owner { id } } }', {}, NOBODY)).toMatchObject({
    data: { owned: { owner: null } },
    errors: [{ path: ['owned', 'owner'], extensions: { coordinate: 'Tree.owner' } }],
  });
  expect(asked(graph)).not.toContain('owner');
});

it('denies at once a union of which every type is protected', async () => {
  const graph = graphOfThings();

  expect(await graph.ask('{ only { __typename } }', {}, NOBODY)).toMatchObject({
    data: { only: null },
    errors: [{ extensions: { coordinate: 'Query.only' } }],
  });
  expect(graph.sent).toEqual([]);
});

it('denies a protected type to whoever asks for its name alone', async () => {
  const graph = graphOfThings();
  const { data } = await graph.ask('{ anything { type: __typename ... on Person { __typename } } }', {}, NOBODY);

  expect(data).toEqual({ anything: [{ type: 'Tree' }, null] });
});

it('denies an object of which no subgraph says more than its interface', async () => {
  const graph = graphOfThings();
  graph.answers('a', () => '{"data":{"_0_node":{"id":"Person_1","note":"shy"}}}');

  const source = '{ node(id: "Person_1") { id note } }';
  expect(await graph.ask(source, {}, NOBODY)).toMatchObject({
    data: { node: null },
    errors: [{ path: ['node'], extensions: { code: 'FORBIDDEN', coordinate: 'Node' } }],
  });
  expect((await graph.ask(source, {}, { scopes: ['people'] })).data).toEqual({ node: { id: 'Person_1', note: null } });
});

/** An interface that one subgraph knows as an object. */
const media = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { media: [Media!] }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String }
        type Diary implements Media @key(fields: "id") @requiresScopes(scopes: [["diaries"]]) { id: ID! title: String }`,
      resolvers: {
        Query: {
          media: () => [
            { __typename: 'Book', id: '1', title: 'B' },
            { __typename: 'Diary', id: '2', title: 'D' },
          ],
        },
        Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id === '1' ? 'Book' : 'Diary', id }) },
      },
    },
    b: {
      typeDefs: `
        type Query { newest: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int price: Int @requiresScopes(scopes: [["prices"]]) }`,
      resolvers: {
        Query: { newest: () => ({ id: '2', stars: 5, price: 9 }) },
        Media: { stars: () => 5, price: () => 9 },
      },
    },
  });

it('denies a field that an @interfaceObject protects, on each of the types', async () => {
  const graph = media();

  expect((await graph.ask('{ media { stars price } }', {}, { scopes: ['diaries'] })).data).toEqual({
    media: [
      { stars: 5, price: null },
      { stars: 5, price: null },
    ],
  });
  expect(asked(graph)).not.toContain('price');
});

it('denies what an @interfaceObject adds to a protected type', async () => {
  const graph = media();
  const scopes = ['prices'];

  const { data } = await graph.ask('{ media { title stars price } newest { stars } }', {}, { scopes });
  expect(data).toMatchObject({ newest: null });
  const listed = await graph.ask('{ media { title } }', {}, { scopes });
  expect(listed.data).toBeDefined();
  expect(JSON.stringify([data, listed.data])).not.toMatch(/"D"/);
});

it.each([
  ['owner: Node', 'owner: Node @authenticated', 'asks more for Owned.owner'],
  ['interface Owned @join__type(graph: A)', 'interface Owned @join__type(graph: A) @authenticated', undefined],
  ['scopes: [["people"]]', 'scopes: [["people"], ["animals"]]', 'asks more for Node'],
])('refuses a supergraph in which an interface asks more than its types do: %s', (from, to, reason) => {
  const { supergraph } = graphOfThings().engine;
  expect(supergraph).toContain(from);
  const build = () => buildEngine({ supergraph: supergraph.replace(from, to), send: async () => ({ text: '' }) });

  if (reason) expect(build).toThrow(reason);
  else expect(build).not.toThrow(); // of its types, one takes more than a token
});
