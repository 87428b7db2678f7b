import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { beforeEach, expect, it } from '@jest/globals';
import { createSourceEventStream, graphql, parse } from 'graphql';
import { someone } from '../../test/kit/caller.ts';
import { ANONYMOUS, type Caller } from '../trust/caller.ts';
import { guardSchema } from './guard-schema.ts';

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@authenticated", "@requiresScopes"])
  interface Thing { id: ID! }
  type Query { open: Open letter: Letter thing(id: ID!): Thing things: [Thing] locked: Int @authenticated }
  type Mutation {
    write: Letter @requiresScopes(scopes: [["cps:write"]])
    erase: Int @requiresScopes(scopes: [["people:read", "purpose:CASE_WORK"], ["hub:write"]])
  }
  type Subscription { written: Letter shown: Open }
  type Open implements Thing @key(fields: "id") { id: ID! inner: Int @requiresScopes(scopes: [["orders:read"]]) }
  type Letter implements Thing @key(fields: "id") @requiresScopes(scopes: [["submissions:read"], ["cps:write"]]) {
    id: ID! text: String stamp: Int @requiresScopes(scopes: [["figures:read"]])
  }
  type Stub @key(fields: "id", resolvable: false) @requiresScopes(scopes: [["submissions:read"]]) { id: ID! }
  type Owner @key(fields: "id") { id: ID! stub: Stub }`;

let read: string[] = [];
beforeEach(() => {
  read = [];
});
const reading = (name: string, value: object | number) => () => {
  read.push(name);
  return value;
};
const [OPEN, LETTER] = [
  { __typename: 'Open', id: '1', inner: 5 },
  { __typename: 'Letter', id: '2', text: 'Dear', stamp: 7 },
];
async function* one() {
  yield {};
}
const resolvers = {
  Query: {
    open: reading('open', OPEN),
    letter: reading('letter', LETTER),
    thing: (_: unknown, { id }: { id: string }) => (id === '1' ? OPEN : LETTER),
    things: () => [OPEN, LETTER],
    locked: reading('locked', 1),
  },
  Mutation: { write: reading('write', LETTER), erase: reading('erase', 1) },
  Subscription: {
    written: { subscribe: reading('written', one()), resolve: () => LETTER },
    shown: { subscribe: one, resolve: () => OPEN },
  },
  Open: { __resolveReference: reading('Open', OPEN) },
  Letter: { __resolveReference: reading('Letter', LETTER) },
};
const schemaOf = (sdl: string) => {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as unknown as GraphQLResolverMap }]);
  guardSchema(schema);
  return schema;
};
const schema = schemaOf(SDL);

async function ask(source: string, caller: Caller = someone()) {
  const { data, errors = [] } = await graphql({ schema, source, contextValue: { caller } });
  return { data: JSON.parse(JSON.stringify(data)), errors: errors.map(({ message }) => message) };
}
const READER = someone({ scopes: ['submissions:read'] });
const NO_LETTER = 'it needs `submissions:read` or `cps:write`.';

it('denies what a type asks for wherever a field gives it, before anything is read, and answers the rest', async () => {
  expect(await ask('{ open { id } letter { text } }')).toEqual({
    data: { open: { id: '1' }, letter: null },
    errors: [`You may not use \`Query.letter\`: ${NO_LETTER}`],
  });
  expect(read).toEqual(['open']);
  expect(await ask('{ letter { text } }', READER)).toEqual({ data: { letter: { text: 'Dear' } }, errors: [] });
});

it('denies a field that asks for more than its type, and the rest of the row is there', async () => {
  const both = someone({ scopes: ['cps:write', 'figures:read'] });

  expect(await ask('{ letter { id stamp } }', READER)).toEqual({
    data: { letter: { id: '2', stamp: null } },
    errors: ['You may not use `Letter.stamp`: it needs `figures:read`.'],
  });
  expect((await ask('{ letter { id stamp } }', both)).errors).toEqual([]);
  expect((await ask('{ open { inner } }', READER)).errors).toEqual([
    'You may not use `Open.inner`: it needs `orders:read`.',
  ]);
});

it('denies a mutation that needs two scopes together to whoever has one, and takes a purpose as a scope', async () => {
  const reader = (purpose: Caller['purpose']) => someone({ scopes: ['people:read'], purpose });

  const pretending = someone({ scopes: ['people:read', 'purpose:CASE_WORK'] });

  for (const caller of [reader(null), reader('STATISTICS'), pretending]) {
    expect((await ask('mutation { erase }', caller)).errors).toEqual([
      'You may not use `Mutation.erase`: it needs `people:read and purpose:CASE_WORK` or `hub:write`.',
    ]);
  }
  expect(read).toEqual([]);
  for (const caller of [reader('CASE_WORK'), someone({ scopes: ['hub:write'] })]) {
    expect((await ask('mutation { erase }', caller)).data).toEqual({ erase: 1 });
  }
});

it('denies to callers without a token what any token opens, with the code that says so', async () => {
  const { errors } = await graphql({ schema, source: '{ locked }', contextValue: { caller: ANONYMOUS } });

  expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    ['`Query.locked` needs a token: send one as `Authorization: Bearer …`.', 'UNAUTHENTICATED'],
  ]);
  expect(read).toEqual([]);
  expect(await ask('{ locked }')).toEqual({ data: { locked: 1 }, errors: [] });
});

it('denies entities of a type before they are looked for, each by itself, stubs of other subgraphs, too', async () => {
  const entities = `{ _entities(representations: [
    { __typename: "Letter", id: "2" }, { __typename: "Open", id: "1" }, { __typename: "Stub", id: "3" }
  ]) { ... on Letter { text } ... on Open { id } ... on Stub { id } } }`;

  expect(await ask(entities)).toEqual({
    data: { _entities: [null, { id: '1' }, null] },
    errors: [`You may not use \`Letter\`: ${NO_LETTER}`, 'You may not use `Stub`: it needs `submissions:read`.'],
  });
  expect(read).toEqual(['Open']);
  expect((await ask(entities, READER)).data).toEqual({ _entities: [{ text: 'Dear' }, { id: '1' }, { id: '3' }] });
});

it('hides behind an interface the rows of types that are not for the caller, their names included', async () => {
  expect(await ask('{ things { __typename } thing(id: "2") { __typename } }')).toEqual({
    data: { things: [{ __typename: 'Open' }, null], thing: null },
    errors: expect.arrayContaining([`You may not use \`Letter\`: ${NO_LETTER}`]),
  });
  expect((await ask('{ things { id } }', READER)).data).toEqual({ things: [{ id: '1' }, { id: '2' }] });
});

it('denies a subscription before it listens', async () => {
  const subscribe = (source: string, caller: Caller) =>
    createSourceEventStream({ schema, document: parse(source), contextValue: { caller } });

  expect(await subscribe('subscription { written { text } }', someone())).toMatchObject({
    errors: [{ message: `You may not use \`Subscription.written\`: ${NO_LETTER}` }],
  });
  expect(read).toEqual([]);
  expect(await subscribe('subscription { written { text } }', READER)).not.toHaveProperty('errors');
  expect(await subscribe('subscription { shown { id } }', ANONYMOUS)).not.toHaveProperty('errors');
});

it('denies every field of a root type that asks for a token', async () => {
  const closed = schemaOf(SDL.replace('type Query {', 'type Query @authenticated {'));
  const { errors } = await graphql({ schema: closed, source: '{ open { id } }', contextValue: { caller: ANONYMOUS } });

  expect(errors?.[0]?.message).toMatch('`Query.open` needs a token');
  expect(read).toEqual([]);
});

it('leaves what asks for nothing as it was', () => {
  const { open } = schema.getQueryType()?.getFields() ?? {};

  expect(open?.resolve).toBe(resolvers.Query.open);
});

it('refuses a schema with a mutation that says not who may run it, by its name', () => {
  const open = `${SDL} extend type Mutation { forgotten: Letter also: Int }`;

  expect(() => schemaOf(open)).toThrow('Nothing says who may run `Mutation.forgotten`, `Mutation.also`:');
});
