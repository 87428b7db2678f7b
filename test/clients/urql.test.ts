import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client, fetchExchange, gql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { type Request, serveTrees, watchedFetch } from './graph-server.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  ({ server, url } = await serveTrees());
});
afterAll(() => void server.close());

const TREE = gql`query Tree($id: ID!) { tree(id: $id) { id name owner } }`;
const clientFor = (preferGetMethod: boolean) => new Client({ url, exchanges: [fetchExchange], preferGetMethod });

it.each([true, false])('asks with variables, by GET: %s', async (preferGetMethod) => {
  const { data, error } = await clientFor(preferGetMethod).query(TREE, { id: '1' });

  expect([data, error]).toEqual([{ tree: { id: '1', name: 'Oak', owner: 'Ada' } }, undefined]);
});

it('writes', async () => {
  const mutation = gql`mutation Plant($name: String!) { plant(name: $name) { name } }`;
  const { data } = await clientFor(true).mutation(mutation, { name: 'Elm' });

  expect(data).toEqual({ plant: { name: 'Elm' } });
});

it('hears of an error beside the part that could be answered, and of a document that is wrong', async () => {
  const partial = await clientFor(false).query(TREE, { id: '2' });
  expect(partial.data).toMatchObject({ tree: { name: 'Oak', owner: null } });
  expect(partial.error?.graphQLErrors).toMatchObject([{ message: 'Nobody knows.', path: ['tree', 'owner'] }]);

  const wrong = await clientFor(false).query(gql`{ weight }`, {});
  expect(wrong.error?.graphQLErrors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

it('sends a hash in place of the document, by GET, and the document once', async () => {
  const requests: Request[] = [];
  const client = new Client({
    url,
    preferGetMethod: false,
    exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
    fetch: watchedFetch(requests),
  });

  const query = gql`query Persisted($id: ID!) { tree(id: $id) { owner } }`;
  const first = await client.query(query, { id: '1' });
  const again = await client.query(query, { id: '4' });

  expect([first.data?.tree.owner, again.data?.tree.owner]).toEqual(['Ada', 'Ada']);
  expect(requests).toEqual([
    { method: 'GET', hasDocument: false, hasHash: true },
    { method: expect.any(String), hasDocument: true, hasHash: true },
    { method: 'GET', hasDocument: false, hasHash: true },
  ]);
});
