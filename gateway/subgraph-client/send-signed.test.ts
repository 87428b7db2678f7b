import { getEventListeners, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { ANONYMOUS } from '../../shared/trust/caller.ts';
import { Unanswered } from '../engine/unanswered.ts';
import type { TimedRequest } from './deadline.ts';
import { type GatewayContext, type SubgraphClient, subgraphClient } from './send-signed.ts';

/** A subgraph that answers as a test says. */
let answer: (response: ServerResponse, request: IncomingMessage) => void;
let asked = 0;
let subgraph: Server;
let url: string;
beforeAll(async () => {
  subgraph = createServer((request, response) => {
    asked++;
    request.resume();
    answer(response, request);
  });
  await once(subgraph.listen(0, '127.0.0.1'), 'listening');
  url = `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql`;
});
afterAll(() => {
  subgraph.close();
  subgraph.closeAllConnections();
});

let client: SubgraphClient;
beforeEach(() => {
  asked = 0;
  client = subgraphClient({ keys: new Map(), connections: 2, largestAnswer: LARGEST });
});
afterEach(async () => {
  subgraph.closeAllConnections();
  await client.close();
});

const send = (change: Partial<TimedRequest<GatewayContext>> = {}, by = client) =>
  by.send({
    subgraph: 'trees',
    url,
    body: '{}',
    kind: 'query',
    context: { caller: ANONYMOUS },
    until: performance.now() + 5_000,
    ...change,
  });
const LARGEST = 4 * 1024 * 1024;
const late = { code: 'DEADLINE_EXCEEDED', begun: true };

/** Resolves when the subgraph sees its answer's connection end. */
const hungUp = (during: (response: ServerResponse) => void): Promise<unknown> =>
  new Promise((resolve) => {
    answer = (response) => {
      response.once('close', () => resolve(response.writableEnded ? 'answered' : 'cut off'));
      during(response);
    };
  });

it('reads an answer whole, whatever pieces it comes in', async () => {
  const text = JSON.stringify({ data: { name: 'Kraków – Łąki' } });
  const bytes = Buffer.from(`\uFEFF${text}`);
  answer = async (response) => {
    for (const byte of bytes) response.write(Buffer.of(byte));
    response.end();
  };

  expect(await send()).toMatchObject({ text });
});

it.each([
  ['says nothing', () => {}],
  ['says no more than headers', (response: ServerResponse) => response.writeHead(200).flushHeaders()],
  [
    'trickles for ever',
    (response: ServerResponse) => {
      const trickle = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(trickle));
    },
  ],
])('gives up at its deadline on a subgraph that %s, and hangs up', async (_, during) => {
  const end = hungUp(during);
  const began = performance.now();

  await expect(send({ until: began + 100 })).rejects.toMatchObject(late);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(await end).toBe('cut off');
});

it('refuses an answer without end, and hangs up', async () => {
  const block = Buffer.alloc(1024 * 1024, ' ');
  const end = hungUp((response) => {
    const fill = (): void => {
      while (!response.destroyed && response.write(block));
    };
    response.on('drain', fill);
    fill();
  });

  await expect(send()).rejects.toThrow(`larger than ${LARGEST} bytes`);
  expect(await end).toBe('cut off');
}, 20_000);

it('cuts off a query that nobody waits for, and keeps no listener', async () => {
  const gone = new AbortController();
  const end = hungUp(() => gone.abort(new Error('gone')));

  await expect(send({ signal: gone.signal })).rejects.toThrow('gone');
  expect(await end).toBe('cut off');
  expect(getEventListeners(gone.signal, 'abort')).toEqual([]);

  const patient = new AbortController();
  answer = (response) => response.end('{"data":{}}');
  for (let i = 0; i < 20; i++) await send({ signal: patient.signal });
  expect(getEventListeners(patient.signal, 'abort')).toEqual([]);
});

it('does not cut off a mutation that has begun, but for its deadline', async () => {
  const gone = new AbortController();
  const end = hungUp((response) => {
    gone.abort(new Error('gone'));
    setTimeout(() => response.end('{"data":{"grow":1}}'), 50);
  });

  expect(await send({ kind: 'mutation', signal: gone.signal })).toMatchObject({ text: '{"data":{"grow":1}}' });
  expect(await end).toBe('answered');
  await expect(send({ kind: 'mutation', signal: gone.signal })).rejects.toThrow('gone');
  expect(asked).toBe(1);

  answer = () => {};
  await expect(send({ kind: 'mutation', until: performance.now() + 50 })).rejects.toMatchObject(late);
});

it('never sends what was given up while its connection was being made', async () => {
  const gone = new AbortController();
  const given = send({ signal: gone.signal });
  gone.abort(new Error('gone'));
  const mutation = send({ kind: 'mutation', until: performance.now() - 1 });

  await expect(given).rejects.toThrow('gone');
  await expect(mutation.catch((error) => error)).resolves.toBeInstanceOf(Unanswered);
  await sleep(50);
  expect(asked).toBeLessThanOrEqual(1); // the mutation, where its connection was quicker than a timer
  answer = (response) => response.end('{"data":{}}');
  expect(await send()).toMatchObject({ text: '{"data":{}}' });
});

it('says why a subgraph cannot be reached or does not know us', async () => {
  const unreached = { code: 'SUBGRAPH_UNAVAILABLE', message: expect.stringContaining('ECONNREFUSED'), begun: false };
  await expect(send({ url: 'http://127.0.0.1:1/' })).rejects.toMatchObject(unreached);

  answer = (response) => response.writeHead(401).end();
  await expect(send()).rejects.toThrow("trees refused the gateway's signature.");
});

it('tells apart what broke before an answer began, and what broke in the middle of one', async () => {
  answer = (response) => response.destroy();
  await expect(send()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', begun: true });

  answer = (response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{"data"');
    setTimeout(() => response.destroy(), 20);
  };
  const broken = await send().catch((error) => error);
  expect(broken).toBeInstanceOf(Error);
  expect(broken).not.toBeInstanceOf(Unanswered);
});

it.each([502, 503, 504])(
  'takes %i for no answer, for it is what stands before a subgraph that says so',
  async (status) => {
    answer = (response) => response.writeHead(status).end('<html>no</html>');

    await expect(send()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', message: `It answered ${status}.` });
  },
);

it('hands on the answer of a subgraph that says 500 beside it', async () => {
  answer = (response) => response.writeHead(500).end('{"errors":[{"message":"no"}]}');

  expect(await send()).toMatchObject({ status: 500, text: '{"errors":[{"message":"no"}]}' });
});

it('survives an answer that is packed: it is never inflated, and hung up on', async () => {
  const packed = gzipSync(JSON.stringify({ data: { name: 'x'.repeat(1_000_000) } }));
  const end = hungUp((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).write(packed));

  await expect(send()).rejects.toThrow('The answer is encoded as gzip');
  expect(await end).toBe('cut off');
});

it('survives many large answers of one subgraph at once: they have room for four of the largest', async () => {
  const waiting: ServerResponse[] = [];
  answer = (response) => {
    response.writeHead(200).write(' '.repeat(LARGEST - 1_000));
    waiting.push(response);
  };
  const wide = subgraphClient({ keys: new Map(), connections: 6, largestAnswer: LARGEST });
  const ask = () => send({}, wide);
  const all = Array.from({ length: 5 }, ask);
  const settled = Promise.allSettled(all);
  await Promise.race(all.map((one) => one.catch(() => {})));
  for (const response of waiting) response.end('{}');
  const refused = (await settled).flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));

  expect(refused).toEqual([expect.stringContaining('The answers under way are larger than')]);
  answer = (response) => response.end(' '.repeat(LARGEST)); // what is over takes no room
  await Promise.all([ask(), ask(), ask(), ask()]);
  await wide.close();
});

it('lets a subgraph that hangs take no connection of another at the same address', async () => {
  answer = () => {};
  const hanging = [send(), send(), send()].map((request) => request.catch(() => {}));
  await sleep(20);
  answer = (response) => response.end('{"data":{}}');

  expect(await send({ subgraph: 'shrubs' })).toMatchObject({ text: '{"data":{}}' });
  subgraph.closeAllConnections();
  await Promise.all(hanging);
});
