import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

it('merges what two subgraphs know of one root field and of the lists in it', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { place: Place @shareable }
        type Place { name: String @shareable rooms: [Room!]! @shareable }
        type Room { number: Int @shareable beds: Int }`,
      resolvers: {
        Query: {
          place: () => ({
            name: 'Hall',
            rooms: [
              { number: 1, beds: 2 },
              { number: 2, beds: 3 },
            ],
          }),
        },
      },
    },
    b: {
      typeDefs: `
        type Query { place: Place @shareable }
        type Place { name: String @shareable rooms: [Room!]! @shareable }
        type Room { number: Int @shareable price: Int }`,
      resolvers: {
        Query: {
          place: () => ({
            name: 'Hall',
            rooms: [
              { number: 1, price: 50 },
              { number: 2, price: 60 },
            ],
          }),
        },
      },
    },
  });

  const answer = await graph.ask('{ place { name rooms { number beds price } } }');

  expect(answer).toEqual({
    data: {
      place: {
        name: 'Hall',
        rooms: [
          { number: 1, beds: 2, price: 50 },
          { number: 2, beds: 3, price: 60 },
        ],
      },
    },
  });
});
