import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const DEEP_OBJECT = `${'{"size":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
const WHOLE = { id: '"1"', key: '{"part":["x"]}', name: '"x"', tags: '["a"]', json: '{"a":1}', box: '{"size":1}' };
const ASKED = 'price name tags json box { size }';

const build = () =>
  buildGraph({
    theirs: {
      typeDefs: `
        scalar JSON
        type Query { item: Item }
        type Item @key(fields: "id key { part }") {
          id: ID! key: Key name: String tags: [String!] json: JSON box: Box
        }
        type Key { part: [ID!] }
        type Box { size: Int }`,
    },
    ours: {
      typeDefs: `
        type Query { size: Int! }
        type Item @key(fields: "id key { part }") { id: ID! key: Key price: Int }
        type Key { part: [ID!] }`,
      resolvers: { Query: { size: () => 3 }, Item: { price: () => 10 } },
    },
  });

it.each([...Object.keys(WHOLE), '__typename'].flatMap((field) => [DEEP, DEEP_OBJECT].map((value) => [field, value])))(
  'survives an answer that is nested 100,000 times: %s',
  async (field, value) => {
    const graph = build();
    const item = Object.entries({ __typename: '"Item"', ...WHOLE, [field]: value });
    graph.answers('theirs', () => `{"data":{"item":{${item.map(([key, text]) => `"${key}":${text}`)}}}}`);

    const { data } = await graph.ask(`{ size item { ${ASKED} } }`);

    expect(data?.size).toBe(3);
    expect(JSON.stringify(data).length).toBeLessThan(200);
  },
);
