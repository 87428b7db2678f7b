import { ApolloClient, gql, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type Forest, serveForest, until } from '../kit/live-forest.ts';

let forest: Forest;
let ends: (() => void)[] = [];
beforeEach(async () => {
  forest = await serveForest();
});
afterEach(async () => {
  for (const end of ends) end();
  ends = [];
  await forest.close();
});

const GROWN = 'subscription Grown($kind: String) { grown(kind: $kind) { tree { id owner } } }';
const variables = { kind: 'oak' };
const subscribed = () => until(() => forest.subscriptions.load.subscribers === 1 && forest.trees.open === 1);
const wsClient = () => {
  const client = createClient({ url: forest.wsUrl, webSocketImpl: WebSocket });
  ends.push(() => client.terminate());
  return client;
};

/** What a client hears of two events, the second of which one partner does not answer. */
async function heard(values: object[]): Promise<object[]> {
  await subscribed();
  forest.ownerOf = async (id) => {
    if (id === '2') throw new Error('down');
    return 'Ada';
  };
  forest.grow('1');
  forest.grow('2');
  await until(() => values.length === 2);
  return values;
}
const FIRST = { grown: { tree: { id: '1', owner: 'Ada' } } };
const SECOND = { grown: { tree: { id: '2', owner: null } } };

it('is understood by the client of graphql-ws', async () => {
  const values: object[] = [];
  const sink = { next: (value: object) => void values.push(value), error: () => {}, complete: () => {} };
  ends.push(wsClient().subscribe({ query: GROWN, variables }, sink));

  expect(await heard(values)).toMatchObject([{ data: FIRST }, { data: SECOND, errors: [{ path: ['grown', 'tree'] }] }]);
});

it('is understood by the client of graphql-sse, which hears the end, too', async () => {
  const client = createSseClient({ url: forest.url });
  ends.push(() => client.dispose());
  const values: object[] = [];
  let isComplete = false;
  const sink = {
    next: (value: object) => void values.push(value),
    error: () => {},
    complete() {
      isComplete = true;
    },
  };
  client.subscribe({ query: GROWN, variables }, sink);

  expect(await heard(values)).toMatchObject([{ data: FIRST }, { data: SECOND, errors: [{ path: ['grown', 'tree'] }] }]);
  forest.trees.write('event: complete\ndata:\n\n');
  await until(() => isComplete);
});

it('is understood by Apollo Client', async () => {
  const client = new ApolloClient({ link: new GraphQLWsLink(wsClient()), cache: new InMemoryCache() });
  const values: object[] = [];
  const query = gql(GROWN);
  const watched = client.subscribe({ query, variables, errorPolicy: 'all' }).subscribe((value) => values.push(value));
  ends.push(() => watched.unsubscribe());

  const [first, second] = await heard(values);
  expect(first).toMatchObject({ data: FIRST });
  expect(first).not.toHaveProperty('error');
  expect(second).toMatchObject({ data: SECOND, error: { errors: [{ path: ['grown', 'tree'] }] } });
});

it.each([
  ['over WebSocket', true],
  ['over server-sent events', false],
])('is understood by urql %s', async (_, isSocket) => {
  const socket = isSocket ? wsClient() : undefined;
  const exchange = subscriptionExchange({
    forwardSubscription: (request) => ({
      subscribe(sink) {
        const { query = '' } = request;
        const unsubscribe = socket?.subscribe({ ...request, query }, sink as never) ?? (() => {});
        return { unsubscribe };
      },
    }),
  });
  const client = new Client({
    url: forest.url,
    preferGetMethod: false,
    exchanges: isSocket ? [exchange] : [fetchExchange],
    fetchSubscriptions: !isSocket,
  });
  const values: object[] = [];
  const { unsubscribe } = client.subscription(gql(GROWN), variables).subscribe((value) => {
    if (value.data || value.error) values.push(value);
  });
  ends.push(unsubscribe);

  const [first, second] = await heard(values);
  expect(first).toMatchObject({ data: FIRST });
  expect(second).toMatchObject({ data: SECOND, error: { graphQLErrors: [{ path: ['grown', 'tree'] }] } });
});
