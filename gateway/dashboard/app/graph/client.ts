import { Client, cacheExchange, fetchExchange } from 'urql';

/** For so many seconds an old answer is better than none while a partner's subgraph is down; it is marked as old. */
const STALE_SECONDS = 86_400;

/** Asks the gateway that served this page. @param token - null: as the public */
export function createClient(token: string | null): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'stale-if-error': String(STALE_SECONDS),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    }),
  });
}
