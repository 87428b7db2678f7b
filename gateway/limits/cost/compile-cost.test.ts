import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
  visit,
} from 'graphql';
import { randomDocument, TREES, writtenOut } from '../../../test/kit/random-document.ts';
import { fragmentsOf } from '../../engine/fragments.ts';
import { compileCost } from './compile-cost.ts';
import { amountFor, type Variables } from './cost.ts';
import { readPrices } from './prices.ts';

function costIn(sdl: string, text: string, variables: Variables = {}, supergraph = ''): number {
  const document = parse(text);
  const schema = buildSchema(sdl.replaceAll(/@(cost|listSize)\([^)]*\)/g, ''));
  const [operation] = document.definitions as OperationDefinitionNode[];
  if (!operation) throw new Error('There is no operation.');
  const priced = { schema, prices: readPrices(supergraph) };
  return amountFor(compileCost(operation, fragmentsOf(document), priced), variables);
}

it('is the number of objects that there are when every list is as long as it may be', () => {
  const schema = buildSchema(TREES);
  const variables = fc.record({ n: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }), yes: fc.boolean() });
  fc.assert(
    fc.property(randomDocument, variables, (text, given) => {
      const sent = given.n === undefined ? { yes: given.yes } : given;
      const cost = costIn(TREES, text, sent);
      fc.pre(cost < 2_000); // others take long to count
      expect(cost).toBe(objectsOf(schema, text, sent));
    }),
    { numRuns: 200 },
  );
});

/** Runs the written-out operation on trees without end, each field under a name of its own, and counts. */
function objectsOf(
  schema: ReturnType<typeof buildSchema>,
  text: string,
  variableValues: Record<string, unknown>,
): number {
  let number = 0;
  const operation = visit(writtenOut(text), {
    Field: (node): FieldNode => ({ ...node, alias: { kind: Kind.NAME, value: `f${number++}` } }),
  });
  const document = { kind: Kind.DOCUMENT, definitions: [operation] } as const;
  const problems = validate(schema, document).map(({ message }) => message);
  expect(problems.filter((problem) => !problem.endsWith('is never used.'))).toEqual([]);
  let objects = 0;
  const counted = <T>(value: T): T => {
    objects++;
    return value;
  };
  const tree = (): object => counted({ tree, trees, page, size: 1 });
  const trees = ({ first }: { first: number }): object[] => Array.from({ length: first }, tree);
  const page = ({ first }: { first: number }): object => counted({ nodes: () => trees({ first }), total: 1 });
  const rootValue = { tree, trees, page, some: () => trees({ first: 10 }), size: 1 };
  const { errors } = executeSync({ schema, document, rootValue, variableValues });
  expect(errors?.map(({ message }) => message)).toBeUndefined();
  return objects;
}

const SHOP = `
  type Query {
    items(first: Int = 20): [Item!]! byIds(ids: [ID!]!): [Item]! cross(as: [ID!]!, bs: [ID!]!): [Item!]!
    grid: [[Item!]!]! limited(first: Int!): Int any: Any shape: Shape
  }
  type Mutation { buy(id: ID!): Item }
  interface Shape { item: Item }
  type Item implements Shape { id: ID! item: Item parts(last: Int): [Item!]! }
  type Box { id: ID! item: Item }
  union Any = Item | Box
`;

it.each<[string, number, Variables?]>([
  ['{ items { id } }', 20],
  ['{ items(first: 7) { id parts(last: 3) { id } } }', 7 * 4],
  ['query ($n: Int!) { items(first: $n) { id } }', 300, { n: 300 }],
  ['query ($n: Int = 5) { items(first: $n) { id } }', 5],
  ['query ($n: Int) { items(first: $n) { id } }', 20],
  ['query ($n: Int) { items(first: $n) { id } }', 10, { n: null }],
  ['query ($n: Int) { items(first: $n) { id } }', 10, { n: 'many' }],
  ['{ items(first: -5) { id } }', 0],
  ['{ items(first: 1) { parts { id } } }', 1 + 10],
  ['query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', 90, { ids: Array(90).fill('x') }],
  ['{ byIds(ids: ["a"]) { id } }', 10],
  ['query ($b: ID!) { cross(as: ["a", "b", "c", "d"], bs: ["a", "b", "c", "d", $b]) { id } }', 20, { b: 'e' }],
  ['{ grid { id } }', 100],
  ['{ limited(first: 1000) __typename }', 0],
  ['{ any { ... on Item { item { id } } ... on Box { item { id } } } }', 3],
  ['{ shape { item { id } ... on Item { parts(last: 2) { id } } } }', 1 + 1 + 2],
  ['mutation { a: buy(id: 1) { id } b: buy(id: 2) { id } }', 22],
  ['{ __schema { types { fields { name } } } a: __type(name: "Item") { name } }', 200],
  ['query ($__proto__: Int) { items(first: $__proto__) { id } }', 20],
])('%s costs %i', (text, cost, variables = {}) => {
  expect(costIn(SHOP, text, variables)).toBe(cost);
});

const PRICED = `
  type Query {
    items(first: Int, page: Page): [Item!]! @listSize(assumedSize: 40, slicingArguments: ["first", "page.size"])
    all: [Item!]! @listSize(assumedSize: 500)
    list(first: Int = 6): Items @listSize(slicingArguments: ["first"], sizedFields: ["things"])
    heavy(by: Int @cost(weight: 2)): Int @cost(weight: 9)
    stone: Stone
    free: [Item!]! @cost(weight: 0)
  }
  input Page { size: Int }
  type Items { things: [Item!]! others: [Item!]! }
  type Item @cost(weight: 3) { id: ID! }
  scalar Stone @cost(weight: 4)
`;

it.each<[string, number, Variables?]>([
  ['{ items { id } }', 40 * 3],
  ['{ items(first: 2, page: { size: 5 }) { id } }', 5 * 3],
  ['query ($page: Page) { items(page: $page) { id } }', 8 * 3, { page: { size: 8 } }],
  ['query ($size: Int) { items(page: { size: $size }) { id } }', 9 * 3, { size: 9 }],
  ['{ all { id } }', 1500],
  ['{ list { things { id } others { id } } }', 1 + 6 * 3 + 10 * 3],
  ['{ heavy }', 9],
  ['{ heavy(by: 1) stone }', 9 + 2 + 4],
  ['{ free { id } }', 0],
])('%s costs %i by the directives of the supergraph', (text, cost, variables = {}) => {
  expect(costIn(PRICED, text, variables, PRICED)).toBe(cost);
});
