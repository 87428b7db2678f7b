import { ApolloServer } from '@apollo/server';
import { afterEach, expect, it, jest } from '@jest/globals';
import { CurrencyCode } from '../scalar/currency-code.ts';
import { Invalid } from './domain-error.ts';
import { maskBugs } from './mask-bugs.ts';

const server = new ApolloServer({
  typeDefs: 'scalar CurrencyCode type Query { currency: CurrencyCode refusal: Int bug: Int }',
  resolvers: {
    CurrencyCode,
    Query: {
      currency: () => 'ABC',
      refusal: () => {
        throw new Invalid('Take another one.');
      },
      bug: () => {
        throw new Error('secret');
      },
    },
  },
  formatError: maskBugs,
});
const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
afterEach(() => {
  log.mockClear();
});

async function errorsOf(query: string) {
  const { body } = await server.executeOperation({ query });
  return body.kind === 'single' ? body.singleResult.errors : undefined;
}

it.each(['currency', 'bug'])('hides a bug from the caller, and tells the log where it is: %s', async (field) => {
  expect(await errorsOf(`{ ${field} }`)).toEqual([
    {
      message: 'The server made a mistake. It is in its log; please report it.',
      path: [field],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    },
  ]);
  expect(log).toHaveBeenCalledWith(
    expect.stringMatching(field === 'bug' ? /"Error".*mask-bugs\.test\.ts/ : /"GraphQLError".*serialize/),
  );
});

it.each([
  ['{ refusal }', 'INVALID'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
])('lets through what is meant for the caller: %s', async (query, code) => {
  expect(await errorsOf(query)).toMatchObject([{ extensions: { code } }]);
  expect(log).not.toHaveBeenCalled();
});
