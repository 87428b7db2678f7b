import { Client, cacheExchange, fetchExchange } from 'urql';

/** For so many seconds an old answer is better than none while a partner's subgraph is down; it is marked as old. */
const STALE_SECONDS = 86_400;

/** Asks the gateway that served this page. @param token - null: as the public */
export function createClient(token: string | null): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetchOptions: () => ({ headers: { ...headersOf(token), 'stale-if-error': String(STALE_SECONDS) } }),
  });
}

/** What urql is to ask with, where nothing that is kept may be answered: neither here nor at the gateway, new or old. */
export const askAnew = (token: string | null) =>
  ({
    requestPolicy: 'network-only',
    fetchOptions: { headers: { ...headersOf(token), 'cache-control': 'no-cache' } },
  }) as const;

const headersOf = (token: string | null): Record<string, string> => ({
  accept: 'application/graphql-response+json, application/json',
  ...(token ? { authorization: `Bearer ${token}` } : {}),
});
