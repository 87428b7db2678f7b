import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

interface Keyed {
  id: string;
}

const buildMedia = () =>
  buildGraph({
    shelf: {
      typeDefs: `
        type Query { media: [Media] finds: [Find!] }
        interface Media { id: ID! title: String }
        union Find = Book | Film
        type Book implements Media @key(fields: "id") { id: ID! title: String }
        type Film implements Media @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: {
          media: () => [
            { __typename: 'Film', id: 'f1', title: 'Ida' },
            { __typename: 'Book', id: 'b1', title: 'Solaris' },
          ],
          finds: () => [
            { __typename: 'Book', id: 'b2' },
            { __typename: 'Film', id: 'f2' },
          ],
        },
      },
    },
    facts: {
      typeDefs: `
        type Book @key(fields: "id") { id: ID! size: Int! like: [Work] }
        type Film @key(fields: "id") { id: ID! size: String like: [Work] }
        union Work = Book | Film`,
      resolvers: {
        Book: { size: () => 300, like: () => [{ __typename: 'Film', id: 'f9' }] },
        Film: { size: ({ id }: Keyed) => `${id}: 82 min`, like: () => [{ __typename: 'Book', id: 'b9' }] },
      },
    },
  });

it('brings fields of the objects behind an interface from another subgraph, in one call', async () => {
  const graph = buildMedia();

  const answer = await graph.ask('{ media { __typename title ... on Book { size } ... on Film { minutes: size } } }');

  expect(answer).toEqual({
    data: {
      media: [
        { __typename: 'Film', title: 'Ida', minutes: 'f1: 82 min' },
        { __typename: 'Book', title: 'Solaris', size: 300 },
      ],
    },
  });
  expect(graph.sentTo('facts')).toHaveLength(1);
});

it('brings fields of the members of a union, also by named fragments within fragments', async () => {
  const answer = await buildMedia().ask(`
    { finds { ...Any } }
    fragment Any on Find { ...OnBook ... on Media { id } }
    fragment OnBook on Book { size }`);

  expect(answer).toEqual({ data: { finds: [{ size: 300, id: 'b2' }, { id: 'f2' }] } });
});

it('gives two types fields of one name that have different types', async () => {
  const answer = await buildMedia().ask(`
    { finds { ... on Book { like { ... on Book { pages: size } ... on Film { length: size like { ... on Book { size } } } } } ... on Film { size } } }`);

  expect(answer).toEqual({
    data: { finds: [{ like: [{ length: 'f9: 82 min', like: [{ size: 300 }] }] }, { size: 'f2: 82 min' }] },
  });
});

it('follows a key that the planner had to rename, in the answer and in an error path', async () => {
  const graph = buildGraph({
    zoo: {
      typeDefs: `
        type Query { zoo: [Animal] }
        union Animal = Cat | Dog
        type Cat @key(fields: "id") { id: ID! legs: Int! @shareable }
        type Dog { legs: Int @shareable }`,
      resolvers: {
        Query: { zoo: () => [{ __typename: 'Dog', legs: 3 }, { __typename: 'Cat', legs: 4 }, { __typename: 'Dog' }] },
        Dog: {
          legs: ({ legs }: { legs?: number }) => {
            if (legs === undefined) throw new Error('It ran away.');
            return legs;
          },
        },
      },
    },
    vet: { typeDefs: 'type Cat @key(fields: "id") { id: ID! legs: Int @shareable }' },
  });

  const answer = await graph.ask('{ zoo { ... on Cat { legs } ... on Dog { legs } } }');

  expect(graph.sent[0]?.query).toMatch(/\w+: legs/);
  expect(answer.data).toEqual({ zoo: [{ legs: 3 }, { legs: 4 }, { legs: null }] });
  expect(answer.errors).toMatchObject([{ message: 'It ran away.', path: ['zoo', 2, 'legs'] }]);
});

it('answers a type condition that no object fulfils with an empty object', async () => {
  const answer = await buildMedia().ask('{ media { ... on Book { title } } }');

  expect(answer).toEqual({ data: { media: [{}, { title: 'Solaris' }] } });
});

it('asks only about the entities beneath the type that the client asked about', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { rooms: [Room] }
        union Room = Hall | Attic
        type Hall { photo: Photo }
        type Attic { photo: Photo }
        type Photo @key(fields: "id") { id: ID! }`,
      resolvers: {
        Query: { rooms: () => ['Hall', 'Attic'].map((type) => ({ __typename: type, photo: { id: type } })) },
      },
    },
    b: {
      typeDefs: 'type Photo @key(fields: "id") { id: ID! size: Int }',
      resolvers: { Photo: { size: () => 3 } },
    },
  });

  const answer = await graph.ask(
    '{ rooms { ... on Hall { photo { size } } ... on Attic { photo { kind: __typename id } } } }',
  );

  expect(answer).toEqual({ data: { rooms: [{ photo: { size: 3 } }, { photo: { kind: 'Photo', id: 'Attic' } }] } });
  expect(graph.sentTo('b')[0]?.variables.representations).toEqual([{ __typename: 'Photo', id: 'Hall' }]);
});
