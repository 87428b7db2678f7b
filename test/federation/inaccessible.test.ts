import { expect, it } from '@jest/globals';
import { printSchema } from 'graphql';
import { buildGraph } from './graph.ts';

const buildHidden = () =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { item: Item things: [Thing] states: [State] must: [State!] secret: Int @inaccessible }
        type Item @key(fields: "code") { code: ID! @inaccessible name: String }
        union Thing = Open | Hidden
        interface Secretive @inaccessible { x: Int }
        type Open implements Secretive { x: Int }
        type Hidden @inaccessible { y: Int }
        enum State { ON OFF SECRET @inaccessible }`,
      resolvers: {
        Query: {
          item: () => ({ code: 'c1', name: 'Van' }),
          things: () => [
            { __typename: 'Open', x: 1 },
            { __typename: 'Hidden', y: 2 },
          ],
          states: () => ['ON', 'SECRET', 'OFF'],
          must: () => ['ON', 'SECRET'],
        },
      },
    },
    b: {
      typeDefs: 'type Item @key(fields: "code") { code: ID! @inaccessible price: Int }',
      resolvers: { Item: { price: ({ code }: { code: string }) => code.length } },
    },
  });

it('shows clients a schema without hidden parts and without the machinery of federation', () => {
  const schema = printSchema(buildHidden().engine.schema);

  expect(schema).toContain('name: String');
  expect(schema).not.toMatch(/secret|Secretive|Hidden|SECRET|code|join__|link__|inaccessible|_entities|_Any/);
});

it('still finds entities by a hidden key', async () => {
  const answer = await buildHidden().ask('{ item { name price } }');

  expect(answer).toEqual({ data: { item: { name: 'Van', price: 2 } } });
});

it('gives null and an error for an object of a hidden type, and does not name the type', async () => {
  const answer = await buildHidden().ask('{ things { __typename } }');

  expect(answer.data).toEqual({ things: [{ __typename: 'Open' }, null] });
  expect(answer.errors).toMatchObject([{ path: ['things', 1], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(JSON.stringify(answer)).not.toContain('Hidden');
});

it('gives null and an error for a hidden enum value, and does not tell the value', async () => {
  const answer = await buildHidden().ask('{ states must }');

  expect(answer.data).toEqual({ states: ['ON', null, 'OFF'], must: null });
  expect(answer.errors?.map(({ path }) => path)).toEqual([
    ['states', 1],
    ['must', 1],
  ]);
  expect(JSON.stringify(answer)).not.toContain('SECRET');
});
