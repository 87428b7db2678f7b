import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { ApolloClient, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Request, serveTrees, watchedFetch } from './graph-server.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  ({ server, url } = await serveTrees());
});
afterAll(() => void server.close());

const TREE = gql`query Tree($id: ID!) { tree(id: $id) { id name owner } }`;
const clientFor = (requests: Request[] = []) =>
  new ApolloClient({ link: new HttpLink({ uri: url, fetch: watchedFetch(requests) }), cache: new InMemoryCache() });

it('asks with variables', async () => {
  const { data } = await clientFor().query({ query: TREE, variables: { id: '1' } });

  expect(data).toEqual({ tree: { __typename: 'Tree', id: '1', name: 'Oak', owner: 'Ada' } });
});

it('writes', async () => {
  const mutation = gql`mutation Plant($name: String!) { plant(name: $name) { id name owner } }`;
  const { data } = await clientFor().mutate({ mutation, variables: { name: 'Elm' } });

  expect(data).toEqual({ plant: { __typename: 'Tree', id: '3', name: 'Elm', owner: 'Ada' } });
});

it('hears of an error beside the part that could be answered, and of a document that is wrong', async () => {
  const partial = await clientFor().query({ query: TREE, variables: { id: '2' }, errorPolicy: 'all' });
  expect(partial.data).toMatchObject({ tree: { name: 'Oak', owner: null } });
  expect(CombinedGraphQLErrors.is(partial.error) && partial.error.errors).toMatchObject([
    { message: 'Nobody knows.', path: ['tree', 'owner'], extensions: { service: 'owners' } },
  ]);

  const wrong = await clientFor().query({ query: gql`{ weight }`, errorPolicy: 'all' });
  expect(CombinedGraphQLErrors.is(wrong.error) && wrong.error.errors).toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);
});

it('sends a hash in place of the document, by GET, and the document once', async () => {
  const requests: Request[] = [];
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const client = new ApolloClient({
    link: new PersistedQueryLink({ sha256, useGETForHashedQueries: true }).concat(
      new HttpLink({ uri: url, fetch: watchedFetch(requests) }),
    ),
    cache: new InMemoryCache(),
  });

  const query = gql`query Persisted($id: ID!) { tree(id: $id) { name owner } }`;
  const first = await client.query({ query, variables: { id: '1' } });
  const again = await client.query({ query, variables: { id: '4' } });

  expect([first.data, again.data]).toEqual([
    { tree: { __typename: 'Tree', name: 'Oak', owner: 'Ada' } },
    { tree: { __typename: 'Tree', name: 'Oak', owner: 'Ada' } },
  ]);
  expect(requests).toEqual([
    { method: 'GET', hasDocument: false, hasHash: true },
    { method: expect.any(String), hasDocument: true, hasHash: true },
    { method: 'GET', hasDocument: false, hasHash: true },
  ]);
});
