import type { Choices } from '../../kit/choices.ts';
import { nasty, nastyText } from '../nasty.ts';
import { type Family, type Known, question, somebody } from '../shot.ts';
import { variables } from './valid.ts';

const TOKEN = /"""[\s\S]*?"""|"(?:[^"\\]|\\.)*"|\$?[\w-]+|\.\.\.|\S/g;
const EXTRA = [
  ...['{', '}', '(', ')', '[', ']', '!', ':', '=', '|', '&', '@', '$', '...', '"', '"""', '#', ',', '\u0000', '\ufeff'],
  ...['query', 'mutation', 'subscription', 'fragment', 'on', 'extend', 'schema', 'type', 'null', 'true', '1e999'],
  ...['__typename', '__schema', '__type', '_service { sdl }', '_entities', '__proto__', 'constructor', 'id', 'nodes'],
  ...['@skip(if: true)', '@include(if: $first)', '@defer', '@stream', '@requiresScopes(scopes: [["hub:write"]])'],
  ...['first: 100', 'first: 1000000', 'first: -1', 'first: null', 'after: ""', 'id: "Order_"', '$unknown'],
];

/** Operations in the language of GraphQL, of which the words are mixed up, or which ask for what no good client asks for. */
export const documents: Family = (choices, known) => {
  const who = somebody(choices, known);
  const query = choices.chance(60) ? mixed(choices, known) : choices.pick(WAYS)(choices, known);
  const body = { query, variables: choices.chance(70) ? variables(choices, known) : { id: nasty(choices) } };
  return question(JSON.stringify(body), who, known);
};

function mixed(choices: Choices, { documents }: Known): string {
  const words = choices.pick(documents).match(TOKEN) ?? [];
  const others = choices.pick(documents).match(TOKEN) ?? [];
  for (let times = 1 + choices.below(2); times > 0; times--) {
    const at = choices.below(words.length || 1);
    choices.pick([
      () => words.splice(at, 1),
      () => words.splice(at, 0, choices.pick(EXTRA)),
      () => words.splice(at, 1, choices.pick(EXTRA)),
      () => words.splice(at, 1, choices.pick(others)),
      () => words.splice(at, 0, ...others.slice(choices.below(others.length))),
      () => words.splice(at, 2, ...words.slice(at, at + 2).reverse()),
    ])();
  }
  return words.join(' ');
}

const rooted = (choices: Choices, { schema }: Known, count: number): string[] => {
  const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  );
  return Array.from({ length: count }, () => choices.pick(fields).name);
};

const WAYS: readonly ((choices: Choices, known: Known) => string)[] = [
  (choices, known) => `{ ${choices.pick(known.documents)} }`,
  (choices, known) => `{ ${rooted(choices, known, 3).join(' ')} }`,
  (choices, known) => `mutation { ${rooted(choices, known, 2).map((name) => `${name}(input: {}) { id }`)} }`,
  (choices, known) =>
    choices.pick(['query', 'subscription', 'mutation']) + choices.pick(known.documents).replace('query', ''),
  (choices) => {
    const [a, b] = [choices.below(3), choices.below(3)];
    const fragment = (from: number, to: number) => `fragment F${from} on Query { __typename ...F${to} }`;
    return `{ ...F${a} } ${fragment(0, a)} ${fragment(1, b)} ${fragment(2, 0)}`;
  },
  (choices) =>
    `{ ${Array.from({ length: choices.pick([50, 99, 101, 3_000]) }, (_, i) => `a${i}: __typename`).join(' ')} }`,
  (choices) => `{ __typename ${'@skip(if: false) '.repeat(choices.pick([1, 2, 101, 2_000]))}}`,
  (choices) => {
    const deep = choices.pick([5, 12, 30, 2_000]);
    return `{ territory(code: "PL_1261011") ${'{ parent '.repeat(deep)}{ code }${'}'.repeat(deep)} }`;
  },
  (choices) =>
    `{ __schema { types { ${'fields { type { '.repeat(choices.pick([1, 3, 6]))} name ${'} } '.repeat(6)} } }`,
  (choices) => `{ __type(name: ${JSON.stringify(nastyText(choices).toWellFormed())}) { name fields { name } } }`,
  (choices, { ids }) =>
    `{ a: node(id: "${choices.pick(ids)}") { ... on ${choices.pick(['Order', 'Submission', 'Service', 'Release', 'Node'])} { id __typename } } }`,
  (choices, { ids }) =>
    `{ _entities(representations: [{ __typename: "Order", id: "${choices.pick(ids)}" }]) { ... on Order { id } } }`,
  (choices) =>
    `query Q($a: ${choices.pick(['[', 'Int!', '[[[[Int]]]]', 'Query', 'Nothing'])} = ${nastyLiteral(choices)}) { a }`,
  (choices) => `query ${choices.pick(['__proto__', 'constructor', 'x'.repeat(50_000)])} { __typename }`,
  (choices) => '#'.repeat(choices.pick([1, 100_000])),
  (choices) => '{'.repeat(choices.pick([99, 101, 100_000])),
];

const nastyLiteral = (choices: Choices): string => JSON.stringify(nasty(choices)).replaceAll(/"(\w+)":/g, '$1:');
