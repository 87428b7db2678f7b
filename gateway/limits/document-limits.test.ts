import { expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { Documents } from '../graphql-over-http/documents.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';

const schema = buildSchema('type Query { a(x: [Int]): Int below: Query }');
const repeat = (count: number, part: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');

/** A document that has just so much of what is limited. */
const having: Record<keyof DocumentLimits, (count: number) => string> = {
  tokens: (count) => `{ ${repeat(count - 2, () => 'a')} }`,
  nesting: (count) => `{ a(x: ${'['.repeat(count - 2)}${']'.repeat(count - 2)}) }`,
  depth: (count) => `${'{ below '.repeat(count - 1)}{ a ${'}'.repeat(count)}`,
  fields: (count) => `{ below { ...F } } fragment F on Query { ${repeat(count - 1, () => 'a')} }`,
  rootFields: (count) => `{ ...F } fragment F on Query { ${repeat(count, () => 'a')} }`,
  aliases: (count) => `{ below { ${repeat(count, (i) => `a${i}: a`)} } }`,
  directives: (count) => `{ below { a ${repeat(count - 1, () => '... @skip(if: false) { a }')} } a @skip(if: true) }`,
};
const CODES: Record<keyof DocumentLimits, string> = {
  tokens: 'TOO_MANY_TOKENS',
  nesting: 'TOO_DEEP',
  depth: 'TOO_DEEP',
  fields: 'TOO_MANY_FIELDS',
  rootFields: 'TOO_MANY_ROOT_FIELDS',
  aliases: 'TOO_MANY_ALIASES',
  directives: 'TOO_MANY_DIRECTIVES',
};
/** So high that a document meets one limit alone. */
const UNBOUNDED = Object.fromEntries(Object.keys(CODES).map((name) => [name, 1e6])) as unknown as DocumentLimits;

it.each(Object.keys(CODES) as (keyof DocumentLimits)[])(
  'denies one more of %s than the limit, and takes as many',
  (name) => {
    const limit = DOCUMENT_LIMITS[name];
    const documents = new Documents({ schema, supergraph: '' }, { ...UNBOUNDED, [name]: limit });
    const codesOf = (count: number) =>
      documents.check(having[name](count)).errors?.map(({ extensions }) => extensions.code);

    expect(codesOf(limit)?.filter((code) => code !== 'GRAPHQL_VALIDATION_FAILED') ?? []).toEqual([]);
    expect(codesOf(limit + 1)).toEqual([CODES[name]]);
  },
);

it('says of each limit what was asked, what is allowed, and the way out', () => {
  const documents = new Documents({ schema, supergraph: '' }, { ...UNBOUNDED, aliases: 2, rootFields: 2 });

  expect(documents.check('query Q { x: a y: a z: a }').errors?.map((error) => error.toJSON())).toEqual([
    {
      message: 'The operation Q has 3 fields at its root; the limit is 2. Send it in parts.',
      extensions: { code: 'TOO_MANY_ROOT_FIELDS', limit: 2, asked: 3 },
    },
    {
      message: expect.stringMatching(/^The operation Q has 3 aliases; the limit is 2\. \w+/),
      extensions: { code: 'TOO_MANY_ALIASES', limit: 2, asked: 3 },
    },
  ]);
});

it('denies what is too large before it is parsed, and what has too many fields before it is validated', () => {
  const documents = new Documents({ schema, supergraph: '' });
  const bomb = repeat(40, (i) => `fragment F${i} on Query { ...F${i + 1} ... { ...F${i + 1} } }`);

  expect(documents.check(`{ a ${'('.repeat(6_000)}`).errors?.[0]?.extensions.code).toBe('TOO_DEEP');
  expect(documents.check(`{ ...F0 } ${bomb} fragment F40 on Query { a unknown }`).errors?.[0]?.extensions.code).toBe(
    'TOO_MANY_FIELDS',
  );
});

it('survives values that are nested as deep as the text is long', () => {
  const lists = `{ a(x: ${'['.repeat(2_400)}${']'.repeat(2_400)}) }`;

  expect(new Documents({ schema, supergraph: '' }).check(lists).errors?.[0]?.extensions.code).toBe('TOO_DEEP');
});
