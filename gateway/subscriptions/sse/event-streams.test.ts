import { afterEach, expect, it } from '@jest/globals';
import { requestIdIn, subgraphKey } from '../../../shared/trust/signed-request.ts';
import { someone } from '../../../test/kit/caller.ts';
import { EventSourceReader } from '../../../test/kit/event-source.ts';
import { type Forest, type ForestOptions, serveForest, until } from '../../../test/kit/live-forest.ts';

let forest: Forest;
let readers: EventSourceReader[] = [];
afterEach(async () => {
  for (const reader of readers) reader.close();
  readers = [];
  await forest.close();
});
const serve = async (options?: ForestOptions) => {
  forest = await serveForest(options);
};
const read = (body: object, headers: Record<string, string> = {}) => {
  const reader = new EventSourceReader(forest.url, body, headers);
  readers.push(reader);
  return reader;
};
const GROWN = 'subscription { grown { tree { id name } } }';
const subscribed = (count: number) =>
  until(() => forest.subscriptions.load.subscribers === count && (count === 0 || forest.trees.open > 0));

it('answers a query and a mutation by one event and the end', async () => {
  await serve();
  const query = read({ query: 'query ($id: ID!) { tree(id: $id) { name owner } }', variables: { id: '1' } });
  const mutation = read({ query: 'mutation { plant(name: "Elm") { id } }' });
  await until(() => query.isClosed && mutation.isClosed);

  expect(query.received).toEqual([
    { event: 'next', id: undefined, data: { data: { tree: { name: 'Oak', owner: 'Owner of 1' } } } },
    { event: 'complete', id: undefined, data: {} },
  ]);
  expect(mutation.answers[0]?.data).toEqual({ data: { plant: { id: '3' } } });
});

it('says on the stream what is wrong with the document, and by a status what is wrong with the request', async () => {
  await serve();
  const invalid = read({ query: 'subscription { felled { id } }' });
  const unknownHash = read({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } });
  await until(() => invalid.isClosed && unknownHash.isClosed);
  expect([invalid.status, invalid.codes, invalid.received.at(-1)?.event]).toEqual([
    200,
    ['GRAPHQL_VALIDATION_FAILED'],
    'complete',
  ]);
  expect(unknownHash.codes).toEqual(['PERSISTED_QUERY_NOT_FOUND']);

  const events = { accept: 'text/event-stream', 'content-type': 'application/json' };
  const statusOf = async (init: RequestInit, search = '') =>
    (await fetch(forest.url + search, { headers: events, ...init })).status;
  expect(await statusOf({ method: 'POST', body: '{' })).toBe(400);
  expect(await statusOf({ method: 'POST', body: '{}', headers: { ...events, authorization: 'Bearer wrong' } })).toBe(
    401,
  );
  expect(await statusOf({ method: 'PUT', body: '{}' })).toBe(405);
  expect(await statusOf({}, '?query=mutation{plant(name:"Elm"){id}}')).toBe(405);
});

it('tells who asks for a subscription as for a query how to subscribe', async () => {
  await serve();
  const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' };
  const response = await fetch(forest.url, { method: 'POST', headers, body: JSON.stringify({ query: GROWN }) });
  const { errors } = await response.json();

  expect(response.status).toBe(400);
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining('text/event-stream'),
    extensions: { code: 'SUBSCRIPTION_OVER_HTTP' },
  });
});

it('gives one answer to who takes events, too, but would rather have that, and events for a subscription', async () => {
  await serve();
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream;q=0.9' };
  const body = JSON.stringify({ query: '{ tree(id: 1) { id } }' });
  const response = await fetch(forest.url, { method: 'POST', headers, body });
  expect(await response.json()).toEqual({ data: { tree: { id: '3' } } });
  expect((await fetch(forest.url, { method: 'POST', headers, body: '{' })).status).toBe(400);

  const reader = read({ query: GROWN }, headers);
  await subscribed(1);
  forest.grow('1');
  await until(() => reader.answers.length === 1);
});

it('can be asked by GET, as a browser asks, and goes on behind the last id that the browser saw', async () => {
  await serve();
  const first = forest.grow('1');
  forest.grow('2');
  const controller = new AbortController();
  const response = await fetch(`${forest.url}?query=${encodeURIComponent(GROWN)}`, {
    headers: { accept: 'text/event-stream', 'last-event-id': `${first}` },
    signal: controller.signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');

  let text = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    if (text.includes('data: ')) break;
  }
  controller.abort();
  expect(text).toContain(`event: next\nid: ${first + 1}\ndata: {"data":{"grown":{"tree":{"id":"2"`);
});

it('gives signs of life, with the position from which a client that heard nothing yet goes on', async () => {
  await serve({ heartbeat: 60 });
  const reader = read({ query: GROWN });
  await until(() => reader.lastEventId !== undefined);

  expect([reader.lastEventId, reader.received]).toEqual([`${forest.trees.position}`, []]);
});

it('sends a client away that does not read, and keeps nobody else waiting', async () => {
  await serve({ limits: { backlog: 50_000 } });
  const [slow, quick] = [read({ query: GROWN }), read({ query: GROWN })];
  await subscribed(2);
  await until(() => slow.response !== undefined);
  slow.response?.pause();

  let events = 0;
  const began = performance.now();
  while (forest.subscriptions.load.subscribers === 2 && events < 2_000) {
    forest.grow(`${++events}`, { name: 'x'.repeat(20_000) });
    await until(() => quick.answers.length === events);
  }
  expect(forest.subscriptions.load.subscribers).toBe(1);
  expect((performance.now() - began) / events).toBeLessThan(100);
  forest.grow('last');
  await until(() => quick.answers.length === events + 1);

  expect(await forest.registry.metrics()).toMatch(/^hub_subscription_queued_bytes [1-9]/m);
  slow.response?.resume();
  await until(() => slow.isClosed);
  expect(slow.codes).toEqual(['SUBSCRIBER_TOO_SLOW']);
  expect(slow.text).not.toContain('"id":"last"');
  expect(await forest.registry.metrics()).toContain('hub_subscribers_dropped_total{reason="too_slow"} 1');
});

it('ends a subscription with the token', async () => {
  const token = new AbortController();
  const caller = someone({ subject: 'advisor' });
  await serve({ identify: async () => ({ caller, ends: token.signal }) });
  const reader = read({ query: GROWN });
  await subscribed(1);
  token.abort();
  await until(() => reader.isClosed);

  expect([reader.codes, reader.received.at(-1)?.event]).toEqual([['TOKEN_EXPIRED'], 'complete']);
  expect(forest.subscriptions.load.subscribers).toBe(0);
});

it('asks clients to come back at different times when it stops, without saying that the subscription is complete', async () => {
  await serve();
  for (let i = 0; i < 20; i++) read({ query: GROWN });
  await subscribed(20);
  forest.live.stop(100);
  await until(() => readers.every(({ isClosed }) => isClosed));

  const pauses = readers.map(({ text }) => Number(/^retry: (\d+)$/m.exec(text)?.[1]));
  expect(new Set(pauses).size).toBeGreaterThan(10);
  expect([Math.min(...pauses) >= 1_000, Math.max(...pauses) <= 10_000]).toEqual([true, true]);
  expect(readers.flatMap(({ received }) => received)).toEqual([]);
  expect(forest.subscriptions.load.subscribers).toBe(0);
});

it('bears the id of its request in the word to the subgraph, and gives each event an id of its own', async () => {
  const key = subgraphKey('k'.repeat(43));
  await serve({ keys: new Map([['trees', key]]) });
  const reader = read({ query: 'subscription { grown { tree { owner } } }' }, { 'x-request-id': 'subscribed-1' });
  await subscribed(1);
  forest.grow('1');
  forest.grow('2');
  await until(() => reader.answers.length === 2);

  expect(forest.trees.asked.map(({ authorization }) => requestIdIn(authorization))).toEqual(['subscribed-1']);
  expect(forest.requestIds).toEqual([
    expect.stringMatching(/^[0-9a-f-]{36}$/),
    expect.stringMatching(/^[0-9a-f-]{36}$/),
  ]);
  expect(new Set(forest.requestIds).size).toBe(2);
});
