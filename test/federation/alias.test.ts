import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const buildPeople = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { me: Person friends(first: Int): [Person!] }
        type Person @key(fields: "id") { id: ID! nick: String _7_lucky: String friend: Person }`,
      resolvers: {
        Query: {
          me: () => ({ id: 'p1', nick: 'ada', friend: { id: 'p2', nick: 'bob' } }),
          friends: (_: unknown, { first }: { first: number }) =>
            ['p2', 'p3'].slice(0, first).map((id) => ({ id, nick: `nick ${id}` })),
        },
        Person: {
          _7_lucky: () => {
            throw new Error('Out of luck.');
          },
        },
      },
    },
    b: {
      typeDefs: `
        type Person @key(fields: "id") @key(fields: "mail") { id: ID! mail: String! phone: String }`,
      resolvers: {
        Person: {
          __resolveReference: ({ id }: Keyed) => ({ id, mail: `${id}@example.org` }),
          phone: () => null,
        },
      },
    },
    c: {
      typeDefs: 'type Person @key(fields: "mail") { mail: String! badge: String }',
      resolvers: { Person: { badge: ({ mail }: { mail: string }) => `badge ${mail}` } },
    },
  });

it('answers one field twice, by different arguments', async () => {
  const answer = await buildPeople().ask('{ one: friends(first: 1) { nick } all: friends { nick } }');

  expect(answer).toEqual({ data: { one: [{ nick: 'nick p2' }], all: [{ nick: 'nick p2' }, { nick: 'nick p3' }] } });
});

it('finds an entity by its key although the client calls another field by the name of the key', async () => {
  const answer = await buildPeople().ask('{ me { id: nick badge } }');

  expect(answer).toEqual({ data: { me: { id: 'ada', badge: 'badge p1@example.org' } } });
});

it('does not show a key on the way in place of a field that the client called so', async () => {
  const answer = await buildPeople().ask('{ me { mail: nick badge friend { mail: badge } } }');

  expect(answer).toEqual({
    data: { me: { mail: 'ada', badge: 'badge p1@example.org', friend: { mail: 'badge p2@example.org' } } },
  });
});

it('does not show a key in place of a null', async () => {
  const answer = await buildPeople().ask('{ me { id: phone mail: phone badge } }');

  expect(answer).toEqual({ data: { me: { id: null, mail: null, badge: 'badge p1@example.org' } } });
});

it('lets fields swap their names', async () => {
  const answer = await buildPeople().ask('{ me { nick: badge badge: nick id: friend { id: nick nick: id } } }');

  expect(answer).toEqual({
    data: { me: { nick: 'badge p1@example.org', badge: 'ada', id: { id: 'bob', nick: 'p2' } } },
  });
});

it('lets aliases be names that mean something to JavaScript or to the engine', async () => {
  const answer = await buildPeople().ask(
    '{ me { __proto__: nick constructor: badge _0_id: id __typename: nick toString: phone _7_lucky } }',
  );

  expect(answer.data?.me).toEqual(
    JSON.parse(
      '{"__proto__":"ada","constructor":"badge p1@example.org","_0_id":"p1","__typename":"ada","toString":null,"_7_lucky":null}',
    ),
  );
  expect(answer.errors?.map(({ path }) => path)).toEqual([['me', '_7_lucky']]);
});

it('tells errors by the names that the client gave', async () => {
  const graph = buildPeople();
  graph.breakDown('c');

  const answer = await graph.ask('{ nick: me { id: friend { mail: badge } } }');

  expect(answer.data).toEqual({ nick: { id: { mail: null } } });
  expect(answer.errors?.map(({ path }) => path)).toEqual([['nick', 'id']]);
});

it('asks for one field with different arguments under different types', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { rooms: [Room] }
        union Room = Hall | Attic
        type Hall { photo: Photo }
        type Attic { photo: Photo }
        type Photo @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: {
          rooms: () => ['Hall', 'Attic'].map((type) => ({ __typename: type, photo: { id: type } })),
        },
      },
    },
    b: {
      typeDefs: 'type Photo @key(fields: "id") { id: ID! small(width: Int): String }',
      resolvers: {
        Photo: { small: ({ id }: Keyed, { width }: { width: number }) => `${id} ${width}` },
      },
    },
  });

  const answer = await graph.ask(
    '{ rooms { ... on Hall { photo { small(width: 1) } } ... on Attic { photo { small(width: 2) } } } }',
  );

  expect(answer).toEqual({ data: { rooms: [{ photo: { small: 'Hall 1' } }, { photo: { small: 'Attic 2' } }] } });
});
