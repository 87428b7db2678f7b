import { createHash } from 'node:crypto';
import { afterEach, expect, it, jest } from '@jest/globals';
import { type Client, type ClientOptions, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { someone } from '../../../test/kit/caller.ts';
import { type Forest, type ForestOptions, serveForest, until } from '../../../test/kit/live-forest.ts';

let forest: Forest;
let clients: Client[] = [];
afterEach(async () => {
  for (const client of clients) client.terminate();
  clients = [];
  await forest.close();
});
const serve = async (options?: ForestOptions) => {
  forest = await serveForest(options);
};
const clientFor = (options: Partial<ClientOptions> = {}) => {
  const client = createClient({ url: forest.wsUrl, webSocketImpl: WebSocket, retryWait: async () => {}, ...options });
  clients.push(client);
  return client;
};
interface Heard {
  values: { data?: Record<string, unknown> | null; extensions?: object }[];
  error: unknown;
  isComplete: boolean;
  stop: () => void;
}
const listen = (client: Client, query: string, variables: Record<string, unknown> = {}, extensions?: object): Heard => {
  const heard: Heard = { values: [], error: undefined, isComplete: false, stop: () => {} };
  const sink = {
    next: (value: object) => void heard.values.push(value),
    error(error: unknown) {
      heard.error = error;
    },
    complete() {
      heard.isComplete = true;
    },
  };
  heard.stop = client.subscribe({ query, variables, extensions: extensions as never }, sink);
  return heard;
};
const GROWN = 'subscription ($after: EventPosition) { grown(after: $after) { tree { id name } } }';
const subscribed = (count: number) =>
  until(() => forest.subscriptions.load.subscribers === count && (count === 0 || forest.trees.open > 0));
/** A connection without a library, by the protocol. */
const connect = async (init: object = { type: 'connection_init' }) => {
  const socket = new WebSocket(forest.wsUrl, 'graphql-transport-ws');
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  const closed: { code?: number; reason?: string } = {};
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  socket.on('close', (code, reason) => Object.assign(closed, { code, reason: String(reason) }));
  socket.on('error', () => {});
  await until(() => socket.readyState === WebSocket.OPEN);
  socket.send(JSON.stringify(init));
  return { socket, messages, closed };
};

it('answers queries and mutations as over HTTP, and says what is wrong with a document', async () => {
  await serve();
  const client = clientFor();
  const query = listen(client, 'query ($id: ID!) { tree(id: $id) { name owner } }', { id: '1' });
  const mutation = listen(client, 'mutation { plant(name: "Elm") { id } }');
  const invalid = listen(client, '{ felled }');
  await until(() => query.isComplete && mutation.isComplete && invalid.error !== undefined);

  expect(query.values).toEqual([{ data: { tree: { name: 'Oak', owner: 'Owner of 1' } } }]);
  expect(mutation.values).toEqual([{ data: { plant: { id: '3' } } }]);
  expect(invalid.error).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
});

it('gives the answers to events around a text that all share, and lets go when the client completes', async () => {
  await serve();
  const [one, other] = [listen(clientFor(), GROWN), listen(clientFor(), GROWN)];
  await subscribed(2);
  forest.grow('1', { name: 'Oak' });
  await until(() => one.values.length === 1 && other.values.length === 1);

  expect(one.values).toEqual([
    {
      data: { grown: { tree: { id: '1', name: 'Oak' } } },
      extensions: { event: { position: `${forest.trees.position}`, time: expect.any(String) } },
    },
  ]);
  expect([other.values, forest.trees.asked.length]).toEqual([one.values, 1]);

  one.stop();
  other.stop();
  await subscribed(0);
  await until(() => forest.trees.open === 0);
});

it('knows persisted documents by their hash', async () => {
  await serve();
  const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(GROWN).digest('hex') };
  const { socket, messages } = await connect();
  const subscribe = (id: string, query: string) =>
    socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query, extensions: { persistedQuery } } }));
  await until(() => messages.length === 1);
  subscribe('1', '');
  await until(() => messages.length === 2);
  expect(messages[1]).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
  });

  subscribe('2', GROWN);
  subscribe('3', '');
  await subscribed(2);
  socket.close();
});

it('ends a subscription by one error, and nothing behind it', async () => {
  await serve();
  forest.trees.refusal = { status: 200, body: '{"errors":[{"message":"No.","extensions":{"code":"FORBIDDEN"}}]}' };
  const { socket, messages } = await connect();
  await until(() => messages.length === 1);
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: GROWN } }));
  socket.send(JSON.stringify({ id: '2', type: 'subscribe', payload: { query: '{ tree(id: 1) { id } }' } }));
  await until(() => messages.some(({ id, type }) => id === '1' && type === 'error') && messages.length >= 4);

  expect(messages.filter(({ id }) => id === '1')).toEqual([
    { id: '1', type: 'error', payload: [{ message: 'No.', extensions: { code: 'FORBIDDEN', service: 'trees' } }] },
  ]);
  expect(forest.subscriptions.load).toMatchObject({ subscribers: 0, channels: 0 });
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ tree(id: 1) { id } }' } }));
  await until(() => messages.filter(({ id }) => id === '1').length === 3); // the id is free again
  socket.close();
});

it('takes the token from the first message or from the upgrade, and closes on one that it does not know', async () => {
  await serve();
  const known = await connect({ type: 'connection_init', payload: { authorization: 'Bearer secret' } });
  await until(() => known.messages[0]?.type === 'connection_ack');
  const unknown = await connect({ type: 'connection_init', payload: { authorization: 'Bearer wrong' } });
  await until(() => unknown.closed.code === 4401);
  expect(unknown.messages).toEqual([]);

  const headers = { authorization: 'Bearer wrong' };
  const byHeader = new WebSocket(forest.wsUrl, 'graphql-transport-ws', { headers });
  let code = 0;
  byHeader.on('open', () => byHeader.send('{"type":"connection_init"}'));
  byHeader.on('close', (closed) => {
    code = closed;
  });
  await until(() => code === 4401);
  known.socket.close();
});

it('closes a connection with its token, and the client comes back with a new one and misses nothing it asks for', async () => {
  let token = new AbortController();
  const caller = someone({ subject: 'advisor' });
  await serve({ identify: async () => ({ caller, ends: token.signal }) });
  const codes: number[] = [];
  const client = clientFor({ on: { closed: (event) => void codes.push((event as { code: number }).code) } });
  const heard = listen(client, GROWN);
  await subscribed(1);
  const old = token;
  token = new AbortController();
  old.abort();
  await until(() => codes.length === 1);
  await subscribed(1);
  forest.grow('1');
  await until(() => heard.values.length === 1);

  expect(codes).toEqual([4403]);
});

it('refuses more subscriptions on one connection than there may be', async () => {
  await serve({ limits: { perConnection: 2 } });
  const client = clientFor();
  listen(client, GROWN);
  listen(client, GROWN);
  await subscribed(2);
  const third = listen(client, GROWN);
  await until(() => third.error !== undefined);

  expect(third.error).toMatchObject([{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }]);
  expect(forest.subscriptions.load.subscribers).toBe(2);
});

it('closes a connection whose client does not read, with a code that says so, and keeps nobody else waiting', async () => {
  await serve({ limits: { backlog: 50_000 } });
  const slow = await connect();
  await until(() => slow.messages.length === 1);
  slow.socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: GROWN } }));
  const quick = listen(clientFor(), GROWN);
  await subscribed(2);
  slow.socket.pause();

  let events = 0;
  const isDropped = async () => (await forest.registry.metrics()).includes('{reason="too_slow"} 1');
  while (!(await isDropped()) && events < 2_000) {
    forest.grow(`${++events}`, { name: 'x'.repeat(20_000) });
    await until(() => quick.values.length === events);
  }
  slow.socket.resume();
  await until(() => slow.closed.code !== undefined);

  expect(slow.closed).toEqual({ code: 4413, reason: expect.stringContaining('Too slow') });
  await subscribed(1);
});

it('closes what is no message of the protocol, too large, or at another path', async () => {
  await serve();
  const wrong = await connect({ type: 'hello' });
  await until(() => wrong.closed.code === 4400);
  const large = await connect({ type: 'connection_init', payload: { text: 'x'.repeat(100_000) } });
  await until(() => large.closed.code === 1009);
  const early = await connect({ id: '1', type: 'subscribe', payload: { query: '{ tree(id: 1) { id } }' } });
  await until(() => early.closed.code === 4401);

  const elsewhere = new WebSocket(forest.wsUrl.replace('/graphql', '/other'), 'graphql-transport-ws');
  let message = '';
  elsewhere.on('error', (error) => {
    message = error.message;
  });
  await until(() => message !== '');
  expect(message).toContain('404');
});

it('survives a client that says what only a server says: its connection is closed, and the log hears nothing', async () => {
  await serve();
  const log = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const strange = await connect();
  strange.socket.send(JSON.stringify({ type: 'connection_ack' }));
  await until(() => strange.closed.code !== undefined);

  expect(strange.closed).toEqual({ code: 4400, reason: 'Invalid message received' });
  expect(log).not.toHaveBeenCalled();
  log.mockRestore();
});

it('drops a connection whose client does not answer any more', async () => {
  await serve({ heartbeat: 60 });
  const alive = await connect();
  const dead = new WebSocket(forest.wsUrl, 'graphql-transport-ws', { autoPong: false });
  let isClosed = false;
  dead.on('open', () => dead.send('{"type":"connection_init"}'));
  dead.on('close', () => {
    isClosed = true;
  });
  await until(() => isClosed);

  expect(alive.closed.code).toBeUndefined();
  alive.socket.close();
});

it('says that it restarts, to one after the other, and their clients come back', async () => {
  await serve();
  const all = await Promise.all(Array.from({ length: 10 }, () => connect()));
  const began = performance.now();
  const times: number[] = [];
  for (const { socket } of all) socket.on('close', () => times.push(performance.now() - began));
  forest.live.stop(400);
  await until(() => times.length === 10);

  expect(new Set(all.map(({ closed }) => closed.code))).toEqual(new Set([1012]));
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50);
  expect(Math.max(...times)).toBeLessThan(600);
});
