import { expect, it } from '@jest/globals';
import { parse, printSchema } from 'graphql';
import { buildEngine } from '../../gateway/engine/engine.ts';
import { buildGraph } from './graph.ts';

const people = [
  { id: 'p1', sex: 'F', income: 5, mail: 'a@x' },
  { id: 'p2', sex: 'M', income: 7, mail: 'b@x' },
];

/** People, of whom one subgraph knows who they are and another what they wrote. */
const graphOfPeople = () =>
  buildGraph({
    cps: {
      typeDefs: `
        type Query { people: [Person!]! first: Person open: Int secret: Int @authenticated }
        type Mutation {
          note(text: String): Int
          erase: Int @requiresScopes(scopes: [["people:erase"]])
          mark: Int
          must: Int!
          forget: Int! @requiresScopes(scopes: [["people:erase"]])
        }
        type Person @key(fields: "id") {
          id: ID!
          sex: String @requiresScopes(scopes: [["people:read", "purpose:CASE_WORK"], ["people:audit"]])
          income: Int! @requiresScopes(scopes: [["people:read"]])
          mail: String @authenticated
          file: File
          files: [File!]
        }
        type File @requiresScopes(scopes: [["files:read"]]) { name: String }`,
      resolvers: {
        Query: { people: () => people, first: () => people[0], open: () => 1, secret: () => 2 },
        Mutation: { note: () => 1, erase: () => 2, mark: () => 3, must: () => 5, forget: () => 4 },
        Person: { file: () => ({ name: 'f' }), files: () => [{ name: 'f' }] },
      },
    },
    forum: {
      typeDefs: 'type Person @key(fields: "id") { id: ID! posts: Int private: Int @authenticated }',
      resolvers: { Person: { posts: () => 2, private: () => 3 } },
    },
  });

const asked = ({ sent }: { sent: { query: string }[] }): string => sent.map(({ query }) => query).join('\n');

it('denies a field to who lacks the scopes, says so once for its place in the document, and answers the rest', async () => {
  const graph = graphOfPeople();
  const source = '{ open people { id sex posts private } }';

  expect(await graph.ask(source, {}, { scopes: ['people:read'] })).toEqual({
    data: {
      open: 1,
      people: [
        { id: 'p1', sex: null, posts: 2, private: 3 },
        { id: 'p2', sex: null, posts: 2, private: 3 },
      ],
    },
    errors: [
      {
        message: 'You may not use `Person.sex`: it needs `people:read and purpose:CASE_WORK` or `people:audit`.',
        path: ['people', 0, 'sex'],
        extensions: { code: 'FORBIDDEN', coordinate: 'Person.sex' },
      },
    ],
  });
  expect(asked(graph)).not.toContain('sex');
});

it('denies to who has no token what takes one, and asks no subgraph for it', async () => {
  const graph = graphOfPeople();

  expect(await graph.ask('{ secret first { mail private } }')).toEqual({
    data: { secret: null, first: { mail: null, private: null } },
    errors: ['Query.secret', 'Person.mail', 'Person.private'].map((coordinate) => ({
      message: `\`${coordinate}\` needs a token: send one as \`Authorization: Bearer …\`.`,
      path: coordinate === 'Query.secret' ? ['secret'] : ['first', coordinate.slice(7)],
      extensions: { code: 'UNAUTHENTICATED', coordinate },
    })),
  });
  expect(graph.sentTo('forum')).toEqual([]);
  expect(asked(graph)).not.toMatch(/secret|mail|private/);
  expect(await graph.ask('{ secret first { mail } }', {}, { scopes: [] })).toEqual({
    data: { secret: 2, first: { mail: 'a@x' } },
  });
});

it.each([
  [[], false],
  [['people:read'], false],
  [['purpose:CASE_WORK'], false],
  [['people:read', 'purpose:AUDIT'], false],
  [['people:read', 'purpose:CASE_WORK'], true],
  [['people:audit'], true],
])('denies with %j unless one of the alternatives is there as a whole: %s', async (scopes, isSeen) => {
  const { data } = await graphOfPeople().ask('{ first { sex } }', {}, { scopes });

  expect(data).toEqual({ first: { sex: isSeen ? 'F' : null } });
});

it('denies a field that may not be null by making null what holds it', async () => {
  const graph = graphOfPeople();

  expect(await graph.ask('{ open first { id income } }', {}, { scopes: [] })).toMatchObject({
    data: { open: 1, first: null },
    errors: [{ path: ['first', 'income'], extensions: { code: 'FORBIDDEN', coordinate: 'Person.income' } }],
  });
  const { data, errors } = await graph.ask('{ open people { income } }', {}, { scopes: [] });
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
  expect(asked(graph)).not.toContain('income');
});

it('denies a protected type on every way to it', async () => {
  const graph = graphOfPeople();
  const { data, errors } = await graph.ask('{ people { id file { name } files { name } } }', {}, { scopes: [] });

  expect(data).toEqual({ people: people.map(({ id }) => ({ id, file: null, files: null })) });
  expect(errors?.map(({ extensions }) => extensions?.coordinate)).toEqual(['Person.file', 'Person.files']);
  expect(asked(graph)).not.toMatch(/file/);
  const seen = await graph.ask('{ first { file { name } files { name } } }', {}, { scopes: ['files:read'] });
  expect(seen).toEqual({ data: { first: { file: { name: 'f' }, files: [{ name: 'f' }] } } });
});

it('denies whatever the field is called and wherever the document has it', async () => {
  const graph = graphOfPeople();
  const { data, errors } = await graph.ask(
    `query ($yes: Boolean!, $no: Boolean!) {
      id: first { id: sex ...Deep @include(if: $yes) }
      first { ... @skip(if: $no) { sex } ... on Person @include(if: $no) { mail } }
    }
    fragment Deep on Person { x: sex ...Deeper }
    fragment Deeper on Person { x: sex sex @include(if: $yes) posts }`,
    { yes: true, no: false },
    { scopes: [] },
  );

  expect(data).toEqual({ id: { id: null, x: null, sex: null, posts: 2 }, first: { sex: null } });
  expect(errors?.map(({ path }) => path?.join('.'))).toEqual(['id.id', 'id.x', 'id.sex', 'first.sex']);
  expect(asked(graph)).not.toMatch(/sex|mail/);
});

it('denies a mutation by not running it, and runs the others in their order', async () => {
  const graph = graphOfPeople();
  const source = 'mutation { note(text: "a") erase mark again: note }';

  expect(await graph.ask(source, {}, { scopes: ['people:read'] })).toMatchObject({
    data: { note: 1, erase: null, mark: 3, again: 1 },
    errors: [{ path: ['erase'], extensions: { code: 'FORBIDDEN', coordinate: 'Mutation.erase' } }],
  });
  expect(asked(graph)).not.toContain('erase');
  expect(asked(graph)).toMatch(/note.*mark.*note/s);
  expect((await graph.ask(source, {}, { scopes: ['people:erase'] })).data?.erase).toBe(2);
});

it('denies a mutation that alone was asked for without a request', async () => {
  const graph = graphOfPeople();

  expect(await graph.ask('mutation { erase }')).toMatchObject({
    data: { erase: null },
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(graph.sent).toEqual([]);
});

it('denies a mutation that may not be null with the rest of the operation, of which nobody would hear the outcome', async () => {
  const graph = graphOfPeople();
  const source = 'mutation { note must mark forget }';

  expect(await graph.ask(source, {}, { scopes: ['people:read'] })).toMatchObject({
    data: null,
    errors: [{ path: ['forget'], extensions: { code: 'FORBIDDEN', coordinate: 'Mutation.forget' } }],
  });
  expect(graph.sent).toEqual([]);
  expect((await graph.ask(source, {}, { scopes: ['people:erase'] })).data).toEqual({
    note: 1,
    must: 5,
    mark: 3,
    forget: 4,
  });
});

it('denies a root type by whatever name, field by field', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        schema { query: Everything }
        type Everything @authenticated { x: Int y: Int! @requiresScopes(scopes: [["y"]]) }`,
      resolvers: { Everything: { x: () => 1, y: () => 2 } },
    },
  });

  expect(await graph.ask('{ __typename x }')).toMatchObject({
    data: { __typename: 'Query', x: null },
    errors: [{ path: ['x'], extensions: { code: 'UNAUTHENTICATED' } }],
  });
  expect(graph.sent).toEqual([]);
  expect(await graph.ask('{ x y }', {}, { scopes: [] })).toMatchObject({
    data: null,
    errors: [{ path: ['y'], extensions: { code: 'FORBIDDEN' } }],
  });
  expect(await graph.ask('{ x y }', {}, { scopes: ['y'] })).toEqual({ data: { x: 1, y: 2 } });
});

it('denies a protected scalar and enum wherever a field has one', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { pesel: [Pesel!] kind: Kind open: Int }
        scalar Pesel @authenticated
        enum Kind @requiresScopes(scopes: [["kind"]]) { A B }`,
      resolvers: { Query: { pesel: () => ['1'], kind: () => 'A', open: () => 1 } },
    },
  });

  expect((await graph.ask('{ open pesel kind }', {}, { scopes: [] })).data).toEqual({
    open: 1,
    pesel: ['1'],
    kind: null,
  });
  expect((await graph.ask('{ open pesel kind }')).data).toEqual({ open: 1, pesel: null, kind: null });
  expect((await graph.ask('{ kind }', {}, { scopes: ['kind'] })).data).toEqual({ kind: 'A' });
});

it('denies what one of several subgraphs protects, and takes the scopes of all that do', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { card: Card }
        type Card @key(fields: "id") { id: ID! n: Int @shareable @requiresScopes(scopes: [["a"], ["b"]]) m: Int @shareable }`,
      resolvers: { Query: { card: () => ({ id: '1', n: 1, m: 1 }) } },
    },
    b: {
      typeDefs: `
        type Card @key(fields: "id") {
          id: ID! n: Int @shareable @requiresScopes(scopes: [["c"]]) m: Int @shareable @authenticated
        }`,
    },
  });
  const seen = async (scopes?: string[]) =>
    (await graph.ask('{ card { n m } }', {}, { ...(scopes && { scopes }) })).data;

  expect(await seen()).toEqual({ card: { n: null, m: null } });
  expect(await seen(['a'])).toEqual({ card: { n: null, m: 1 } });
  expect(await seen(['c'])).toEqual({ card: { n: null, m: 1 } });
  expect(await seen(['b', 'c'])).toEqual({ card: { n: 1, m: 1 } });
});

it('denies nothing of introspection, in which access has no word', async () => {
  const graph = graphOfPeople();
  const { data } = await graph.ask('{ __type(name: "Person") { fields { name } } }');

  expect(JSON.stringify(data)).toContain('sex');
  expect(printSchema(graph.engine.schema)).not.toMatch(/authenticated|requiresScopes/);
});

it('denies the next caller what the one before was shown by the same document', async () => {
  const graph = graphOfPeople();
  const source = '{ first { sex mail income } }';
  const callers = [['people:audit', 'people:read'], undefined, ['people:read'], [], ['people:audit', 'people:read']];

  const answers = [];
  for (const scopes of callers) answers.push((await graph.ask(source, {}, { ...(scopes && { scopes }) })).data?.first);

  const all = { sex: 'F', mail: 'a@x', income: 5 };
  expect(answers).toEqual([all, null, { ...all, sex: null }, null, all]);
});

it('plans a document once for all whose requirements fall out alike', async () => {
  const { engine } = graphOfPeople();
  let plans = 0;
  const counting = buildEngine<{ scopes: string[] }>({
    supergraph: engine.supergraph,
    send: async () => ({ text: '{"data":{"first":null}}' }),
    grantedTo: ({ scopes }) => new Set(scopes),
    onPlanned: () => plans++,
  });
  const source = '{ first { mail sex } }';
  const ask = (scopes: string[]) => counting.answer({ source, document: parse(source), context: { scopes } });

  for (const scopes of [['people:audit'], ['people:audit', 'more'], ['people:read', 'purpose:CASE_WORK']])
    await ask(scopes);
  expect(plans).toBe(1);
  for (const scopes of [[], ['more'], ['people:read']]) await ask(scopes);
  expect(plans).toBe(2);
});

it('denies everything protected where the host does not say what callers have', async () => {
  const { engine } = graphOfPeople();
  const careless = buildEngine({ supergraph: engine.supergraph, send: async () => ({ text: '{"data":{"open":1}}' }) });

  const answer = await careless.execute({ source: '{ open secret }', document: parse('{ open secret }'), context: {} });

  expect(JSON.parse(JSON.stringify(answer))).toMatchObject({ data: { open: 1, secret: null }, errors: [{}] });
});

it('refuses a supergraph with @policy, of which nobody could say what it asks', () => {
  const build = () => buildGraph({ a: { typeDefs: 'type Query { file: String @policy(policies: [["own"]]) }' } });

  expect(build).toThrow('needs "policy"');
});

it.each([
  ['requiresScopes/v0.1", ', 'requiresScopes/v0.1", as: "scoped", '],
  ['requiresScopes/v0.1", ', 'requiresScopes/v0.1", import: [{ name: "@requiresScopes", as: "@scoped" }], '],
])('refuses a supergraph that gives a directive of access another name: %s', (from, to) => {
  const { supergraph } = graphOfPeople().engine;
  expect(supergraph).toContain(from);
  const renamed = supergraph.replace(from, to).replaceAll('@requiresScopes(', '@scoped(');

  expect(() => buildEngine({ supergraph: renamed, send: async () => ({ text: '' }) })).toThrow('another name');
});
