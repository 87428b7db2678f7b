import { expect, it } from '@jest/globals';
import { buildGraph } from './graph.ts';

const asked = ({ sent }: { sent: { query: string }[] }): string => sent.map(({ query }) => query).join('\n');

/** Incomes that one subgraph protects, and what another works out from them. */
const graphOfIncomes = (allowance: string) =>
  buildGraph({
    a: {
      typeDefs: `
        type Query { person: Person }
        type Person @key(fields: "id") { id: ID! income: Int @requiresScopes(scopes: [["income"]]) name: String }`,
      resolvers: { Query: { person: () => ({ id: '1', income: 7, name: 'Ada' }) } },
    },
    b: {
      typeDefs: `
        type Person @key(fields: "id") {
          id: ID! income: Int @external
          allowance: Int @requires(fields: "income") @requiresScopes(scopes: ${allowance})
          age: Int
        }`,
      resolvers: { Person: { allowance: ({ income }: { income: number }) => income * 2, age: () => 36 } },
    },
  });

it('denies what is worked out from a protected field, although the alternatives of both look alike to composition', async () => {
  const graph = graphOfIncomes('[["income"], ["allowances"]]');
  const source = '{ person { name age allowance } }';

  expect(await graph.ask(source, {}, { scopes: ['allowances'] })).toMatchObject({
    data: { person: { name: 'Ada', age: 36, allowance: null } },
    errors: [
      {
        message: 'You may not use `Person.allowance`: it needs `income`.',
        extensions: { code: 'FORBIDDEN', coordinate: 'Person.allowance' },
      },
    ],
  });
  expect(asked(graph)).not.toMatch(/income|allowance/);
});

it('fetches a protected field for another one where the caller may see both', async () => {
  const graph = graphOfIncomes('[["income"]]');

  expect(await graph.ask('{ person { allowance } }', {}, { scopes: ['income'] })).toEqual({
    data: { person: { allowance: 14 } },
  });
});

it('denies what a chain of fields works out from a protected one', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { p: P }
        type P @key(fields: "id") { id: ID! s: Int @requiresScopes(scopes: [["s"]]) }`,
      resolvers: { Query: { p: () => ({ id: '1', s: 1 }) } },
    },
    b: {
      typeDefs: `
        type P @key(fields: "id") {
          id: ID! s: Int @external t: Int @requires(fields: "s") @requiresScopes(scopes: [["s"], ["t"]])
        }`,
      resolvers: { P: { t: ({ s }: { s: number }) => s + 1 } },
    },
    c: {
      typeDefs: `
        type P @key(fields: "id") {
          id: ID! t: Int @external u: Int @requires(fields: "t") @requiresScopes(scopes: [["s"], ["t"], ["u"]])
        }`,
      resolvers: { P: { u: ({ t }: { t: number }) => t + 1 } },
    },
  });

  for (const scopes of [['t', 'u'], ['u'], ['t']]) {
    expect((await graph.ask('{ p { u } }', {}, { scopes })).data).toEqual({ p: { u: null } });
  }
  expect(asked(graph)).not.toMatch(/\b[stu]\b/);
  expect((await graph.ask('{ p { u } }', {}, { scopes: ['s'] })).data).toEqual({ p: { u: 3 } });
});

it('joins by a key that the caller may not see, and hides the key', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { card: Card }
        type Card @key(fields: "pesel") { pesel: ID! @requiresScopes(scopes: [["pesel"]]) }`,
      resolvers: { Query: { card: () => ({ pesel: '123' }) } },
    },
    b: {
      typeDefs: 'type Card @key(fields: "pesel") { pesel: ID! colour: String }',
      resolvers: { Card: { colour: () => 'red' } },
    },
  });

  expect(await graph.ask('{ card { colour } }')).toEqual({ data: { card: { colour: 'red' } } });
  const answer = await graph.ask('{ card { pesel: colour code: pesel } }');
  expect(answer).toMatchObject({ data: { card: null }, errors: [{ path: ['card', 'code'] }] });
  expect(JSON.stringify(answer)).not.toContain('123');
});

it('denies a protected field that another subgraph provides', async () => {
  const graph = buildGraph({
    a: {
      typeDefs: `
        type Query { review: Review }
        type Review { author: User @provides(fields: "mail") }
        type User @key(fields: "id") { id: ID! mail: String @external }`,
      resolvers: { Query: { review: () => ({ author: { id: '1', mail: 'a@x' } }) } },
    },
    b: {
      typeDefs: 'type User @key(fields: "id") { id: ID! mail: String @shareable @authenticated name: String }',
      resolvers: { User: { mail: () => 'a@x', name: () => 'Ada' } },
    },
  });

  expect(await graph.ask('{ review { author { mail name } } }')).toMatchObject({
    data: { review: { author: { mail: null, name: 'Ada' } } },
    errors: [{ extensions: { code: 'UNAUTHENTICATED', coordinate: 'User.mail' } }],
  });
  expect(asked(graph)).not.toContain('mail');
});
