import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { EventSourceReader } from '../../test/kit/event-source.ts';
import { type Forest, serveForest, until } from '../../test/kit/live-forest.ts';
import { nowInSeconds, TokenIssuer } from '../../test/kit/token-issuer.ts';
import { type Identify, identifier, type Session } from './identify.ts';

let issuer: TokenIssuer;
let forest: Forest;
let sessions: Session[];
/** Holds up what the gateway finds out about a token. */
let before: Promise<unknown>;
beforeEach(async () => {
  issuer = await new TokenIssuer().start();
  await issuer.addKey('first');
  const known = identifier({ issuers: [issuer.trusted()], clockSkew: 0 });
  const identify: Identify = async (header) => {
    await before;
    const session = await known(header);
    sessions.push(session);
    return session;
  };
  before = Promise.resolve();
  sessions = [];
  forest = await serveForest({ identify });
});
afterEach(async () => {
  await forest.close();
  await issuer.stop();
});

const GROWN = 'subscription { grown { tree { id name } } }';
const bearer = async (seconds = 60) => `Bearer ${await issuer.sign({ exp: nowInSeconds() + seconds })}`;
const read = (authorization: string) => new EventSourceReader(forest.url, { query: GROWN }, { authorization });
const subscribed = (count: number) =>
  until(() => forest.subscriptions.load.subscribers === count && (count === 0 || forest.trees.open > 0));
const listeners = () => sessions.map(({ ends }) => getEventListeners(ends as AbortSignal, 'abort').length);
/** A connection without a library; gives the code with which it is closed. */
const connect = (authorization: string) => {
  const socket = new WebSocket(forest.wsUrl, 'graphql-transport-ws');
  const heard: { code?: number; types: string[] } = { types: [] };
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization } })));
  socket.on('message', (data) => heard.types.push(JSON.parse(String(data)).type));
  socket.on('close', (code) => {
    heard.code = code;
  });
  return { socket, heard };
};

it('denies a stream of events more than its token is good for', async () => {
  const [brief, long] = [read(await bearer(4)), read(await bearer())];
  await subscribed(2);
  forest.grow('1');
  await until(() => brief.answers.length === 1);
  await until(() => brief.isClosed);

  expect([brief.codes, brief.received.at(-1)?.event]).toEqual([['TOKEN_EXPIRED'], 'complete']);
  forest.grow('2');
  await until(() => long.answers.length === 2);
  expect(forest.subscriptions.load.subscribers).toBe(1);
  long.close();
});

it('denies a WebSocket more than its token is good for, and lets its client come back with a new one', async () => {
  const codes: number[] = [];
  let seconds = 4;
  const client = createClient({
    url: forest.wsUrl,
    webSocketImpl: WebSocket,
    retryWait: async () => {},
    connectionParams: async () => ({ authorization: await bearer(seconds) }),
    on: { closed: (event) => void codes.push((event as { code: number }).code) },
  });
  const values: unknown[] = [];
  client.subscribe({ query: GROWN }, { next: (value) => void values.push(value), error: () => {}, complete: () => {} });
  await subscribed(1);
  seconds = 60;
  await until(() => codes.length === 1);
  await subscribed(1);
  forest.grow('1');
  await until(() => values.length === 1);

  expect(codes).toEqual([4403]);
  client.terminate();
});

it('denies a token that has ended, so that its client comes back with a new one', async () => {
  const ended = await bearer(-1);
  const events = read(ended);
  const socket = connect(ended);
  await until(() => events.status !== 0 && socket.heard.code !== undefined);
  expect([events.status, socket.heard]).toEqual([401, { code: 4403, types: [] }]);
});

it('denies a token of an issuer that was never reached, so that its client comes back with the same', async () => {
  issuer.answer = (response) => void response.writeHead(503).end();
  const authorization = await bearer();
  const events = read(authorization);
  const socket = connect(authorization);
  await until(() => events.status !== 0 && socket.heard.code !== undefined);

  expect([events.status, socket.heard]).toEqual([503, { code: 1013, types: [] }]);
});

it('survives clients that come and go: nothing of theirs stays', async () => {
  const authorization = await bearer();
  for (let round = 0; round < 3; round++) {
    const reader = read(authorization);
    await subscribed(1);
    const { socket, heard } = connect(authorization);
    await until(() => heard.types.length === 1);
    socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: GROWN } }));
    await subscribed(2);
    expect(Math.max(...listeners())).toBe(2); // the stream's subscription, and the connection
    reader.close();
    socket.close();
    await subscribed(0);
  }

  await until(() => listeners().every((count) => count === 0));
  expect(new Set(sessions.map(({ ends }) => ends)).size).toBe(1);
});

it('does nothing for a client that hung up while its token was verified', async () => {
  let goOn = (): void => {};
  before = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const authorization = await bearer();
  const hangUp = new AbortController();
  const url = `${forest.url}?query=${encodeURIComponent('{ tree(id: 1) { owner } }')}`;
  const asking = fetch(url, { headers: { authorization }, signal: hangUp.signal }).catch(() => {});
  const { socket, heard } = connect(authorization);
  await until(() => socket.readyState === WebSocket.OPEN);
  await new Promise((resolve) => setTimeout(resolve, 50));
  hangUp.abort();
  socket.terminate();
  await asking;
  await until(() => heard.code !== undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
  goOn();
  await until(() => sessions.length === 2);
  await new Promise((resolve) => setTimeout(resolve, 50));

  expect([listeners(), forest.fetches]).toEqual([[0, 0], []]);
});
