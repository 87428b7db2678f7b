import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

it('takes provided fields from where they are provided, and from their home elsewhere', async () => {
  const graph = buildGraph({
    reviews: {
      typeDefs: `
        type Query { best: Review }
        type Review { author: Person @provides(fields: "name") }
        type Person @key(fields: "id") { id: ID! name: String @external }`,
      resolvers: {
        Query: {
          best: () => ({ author: { id: 'p1', name: 'Ada, as reviews know her' } }),
        },
      },
    },
    people: {
      typeDefs: 'type Query { somebody: Person } type Person @key(fields: "id") { id: ID! name: String age: Int }',
      resolvers: { Person: { name: () => 'Ada', age: () => 36 } },
    },
  });

  const provided = await graph.ask('{ best { author { name } } }');
  const callsForProvided = graph.sentTo('people').length;
  const both = await graph.ask('{ best { author { name age } } }');

  expect(provided).toEqual({ data: { best: { author: { name: 'Ada, as reviews know her' } } } });
  expect(callsForProvided).toBe(0);
  expect(both).toEqual({ data: { best: { author: { name: 'Ada, as reviews know her', age: 36 } } } });
});
