import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'graphql';
import { buildGraph } from './graph.ts';

const KINDS = ['RED', 'GREEN'];
const graph = buildGraph({
  things: {
    typeDefs: `
      enum Kind { RED GREEN }
      scalar Json
      interface Named { name: String }
      type Thing implements Named @key(fields: "id") {
        id: ID! name: String int: Int float: Float flag: Boolean kind: Kind json: Json must: String!
        list: [String] strict: [Int!] grid: [[Int]] others: [Thing] any: Named constructor: String
      }
      type Query { thing: Thing things: [Thing!]! }`,
  },
  more: { typeDefs: 'type Thing @key(fields: "id") { id: ID! extra: String }' },
});

/** Right and wrong values of every type, as a subgraph may answer them. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\u2028', '😀', '\ud800'));
const anything = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
);
const or = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 9, arbitrary: fc.option(right) }, { weight: 1, arbitrary: anything });
const thing = fc.letrec((tie) => ({
  thing: fc.record(
    {
      __typename: fc.constant('Thing'),
      id: fc.uuid(),
      name: or(text),
      int: or(fc.integer()),
      float: or(fc.double({ noNaN: true, noDefaultInfinity: true })),
      flag: or(fc.boolean()),
      kind: or(fc.constantFrom(...KINDS)),
      json: or(fc.json().map((json) => JSON.parse(json))),
      must: or(text),
      list: or(fc.array(fc.option(text), { maxLength: 3 })),
      strict: or(fc.array(or(fc.integer()), { maxLength: 3 })),
      grid: or(fc.array(or(fc.array(or(fc.integer()), { maxLength: 2 })), { maxLength: 2 })),
      others: fc.oneof({ maxDepth: 2 }, fc.constant(null), fc.array(tie('thing'), { maxLength: 2 })),
      any: fc.oneof({ maxDepth: 2 }, fc.constant(null), tie('thing')),
      constructor: or(text),
    },
    { requiredKeys: ['__typename', 'id'] },
  ),
})).thing;

const FIELDS = 'id name int float flag kind json must list strict grid constructor';
const QUERY = `{ thing { ${FIELDS} again: name others { ${FIELDS} } any { __typename name ... on Thing { ${FIELDS} } } extra } }`;

it('gives the same answer as text and as objects, whatever the subgraphs say', async () => {
  const document = parse(QUERY);
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(thing, or(text), async (answered, extra) => {
      graph.answers('things', () => JSON.stringify({ data: { thing: answered } }));
      graph.answers('more', () => JSON.stringify({ data: { _entities: [{ extra }] } }));

      const objects = await graph.engine.execute({ source: QUERY, document, context: {} });
      const answer = await graph.engine.answer({ source: QUERY, document, context: {} });

      if (typeof answer === 'string') plain++;
      const read = typeof answer === 'string' ? JSON.parse(answer) : JSON.parse(JSON.stringify(answer));
      expect(read).toEqual(JSON.parse(JSON.stringify(objects)));
    }),
    { numRuns: 400 },
  );
  expect(plain).toBeGreaterThan(20);
}, 60_000);
