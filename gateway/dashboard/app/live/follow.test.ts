import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket, WebSocketServer } from 'ws';
import type { Connection } from './connection.ts';
import { follow } from './follow.ts';

Object.assign(globalThis, { window: new EventTarget() });

type Told = string | { event: unknown };
interface Subscribing {
  after: unknown;
  /** What the gateway answers. */
  event(position: string): void;
  refuse(code: string): void;
  lose(closedWith?: number): void;
}

let ending = new AbortController();
const servers: WebSocketServer[] = [];
afterEach(() => {
  ending.abort();
  ending = new AbortController();
  for (const server of servers.splice(0)) {
    for (const socket of server.clients) socket.terminate();
    server.close();
  }
});

/** A gateway that says what it is told to, and what `follow` made of it. */
async function following(onSubscribe: (subscribing: Subscribing, time: number) => void): Promise<Told[]> {
  const server = new WebSocketServer({ port: 0, handleProtocols: () => 'graphql-transport-ws' });
  servers.push(server);
  await once(server, 'listening');
  let times = 0;
  server.on('connection', (socket) => {
    const send = (message: object): void => socket.send(JSON.stringify(message));
    socket.on('message', (data) => {
      const { type, id, payload } = JSON.parse(String(data));
      if (type === 'connection_init') send({ type: 'connection_ack' });
      if (type !== 'subscribe') return;
      times += 1;
      const subscribing: Subscribing = {
        after: payload.variables.after,
        event: (position) =>
          send({ id, type: 'next', payload: { data: { position }, extensions: { event: { position } } } }),
        refuse: (code) => send({ id, type: 'error', payload: [{ message: code, extensions: { code } }] }),
        lose: (closedWith = 1012) => socket.close(closedWith),
      };
      onSubscribe(subscribing, times);
    });
  });
  let isOpen = false;
  const client = createClient({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: {
      connected: () => {
        isOpen = true;
      },
      closed: () => {
        isOpen = false;
      },
    },
  });
  const connection: Connection = { client, isOpen: () => isOpen };
  const told: Told[] = [];
  const follower = {
    onEvent: (event: unknown) => void told.push({ event }),
    onGap: () => void told.push('gap'),
    onState: (state: string) => void told.push(state),
  };
  void follow(connection, { documentId: 'sha256:1', variables: {} }, follower, ending.signal).then(() =>
    told.push('over'),
  );
  return told;
}

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
};

it('comes back behind the last event that it saw, and asks for nothing anew', async () => {
  const after: unknown[] = [];
  const told = await following((subscribing, time) => {
    after.push(subscribing.after);
    if (time === 1) {
      subscribing.event('7');
      subscribing.lose();
    }
  });
  await until(() => told.includes('following'));

  expect(after).toEqual([undefined, '7']);
  expect(told).toEqual([{ event: { position: '7' } }, 'lost', 'following']);
});

it('asks for the state anew, once it follows again, where it had seen no event', async () => {
  const told = await following((subscribing, time) => time === 1 && subscribing.lose());
  await until(() => told.includes('gap'));

  expect(told).toEqual(['lost', 'following', 'gap']);
});

it('goes on from now, and asks for the state anew, where its position is kept no more', async () => {
  const after: unknown[] = [];
  const told = await following((subscribing, time) => {
    after.push(subscribing.after);
    if (time === 1) {
      subscribing.event('7');
      subscribing.lose();
    }
    if (time === 2) subscribing.refuse('POSITION_LOST');
  });
  await until(() => told.includes('gap'));

  expect(after).toEqual([undefined, '7', undefined]);
  expect(told).toEqual([{ event: { position: '7' } }, 'lost', 'following', 'gap']);
});

it('leaves alone what is refused, and says where a token has ended', async () => {
  const refused = await following((subscribing) => subscribing.refuse('FORBIDDEN'));
  const ended = await following((subscribing) => subscribing.lose(4403));
  await until(() => refused.includes('over') && ended.includes('over'));

  expect([refused, ended]).toEqual([['over'], ['ended', 'over']]);
});
