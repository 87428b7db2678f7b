import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { CLIENT_LIMITS, type ClientLimits, limitClients, SlowReaders, serverOptionsFor } from './slow-clients.ts';

const LARGE = Buffer.alloc(32 * 1024 * 1024, 'x');
let server: Server;
const sockets: Socket[] = [];
/** A byte that was on its way when the server closed resets the connection, and what it had said may be lost with it. */
const SAID_WHY = /^$|^HTTP\/1\.1 408/;

/** How the server's answers ended: taken, or not. */
let ends: boolean[];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function serve(limits: Partial<ClientLimits>): Promise<void> {
  const clients = { ...CLIENT_LIMITS, ...limits };
  const readers = new SlowReaders(clients.answer);
  ends = [];
  server = await serveHttp(
    0,
    (request, response) => {
      readers.watch(response);
      response.once('close', () => ends.push(response.writableFinished));
      request.resume();
      request.once('end', () => response.end(request.url === '/large' ? LARGE : 'ok'));
    },
    { clients: serverOptionsFor(clients) },
  );
  server.once('close', () => readers.stop());
  limitClients(server, clients);
}

async function open(): Promise<{ socket: Socket; heard: () => string; closed: Promise<number> }> {
  const began = performance.now();
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('error', () => {});
  socket.on('data', (data) => {
    text += data;
  });
  const closed = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now() - began)));
  await once(socket, 'connect');
  return { socket, heard: () => text, closed };
}

it('denies a client the time to send its headers byte by byte', async () => {
  await serve({ headers: 500 });
  const { socket, closed, heard } = await open();
  const drip = setInterval(() => socket.writable && socket.write('x'), 50);
  socket.write('GET / HTTP/1.1\r\nhost: a\r\nx-slow: ');

  expect(await closed).toBeLessThan(5_000);
  clearInterval(drip);
  expect(heard()).toMatch(SAID_WHY);
});

it('denies a client the time to send its body byte by byte', async () => {
  await serve({ headers: 300, request: 600 });
  const { socket, closed, heard } = await open();
  const drip = setInterval(() => socket.writable && socket.write('x'), 50);
  socket.write('POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\n\r\n');

  expect(await closed).toBeLessThan(5_000);
  clearInterval(drip);
  expect(heard()).toMatch(SAID_WHY);
});

it('survives who does not read by hanging up, and hangs up on nobody who reads slowly but does', async () => {
  await serve({ answer: 10_000 }); // for 32 MB, on a busy machine, too
  const { port } = server.address() as AddressInfo;
  const stalled = connect(port, '127.0.0.1');
  sockets.push(stalled);
  stalled.on('error', () => {});
  stalled.pause();
  stalled.write('GET /large HTTP/1.1\r\nhost: a\r\n\r\n');
  const other = await fetch(`http://127.0.0.1:${port}/large`);

  expect((await other.arrayBuffer()).byteLength).toBe(LARGE.length);
  while (ends.length < 2) await sleep(20);
  expect(ends).toEqual([true, false]);
});

it('closes a connection over which nothing was asked for a while', async () => {
  await serve({ idle: 300 });
  const { socket, closed, heard } = await open();
  socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');

  expect(await closed).toBeLessThan(8_000);
  expect(heard()).toMatch(/^HTTP\/1.1 200/);
}, 15_000);

it('denies one more connection than there may be', async () => {
  await serve({ connections: 2 });
  const open2 = [await open(), await open()];
  const third = await open();

  await third.closed;
  open2[0]?.socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
  while (!open2[0]?.heard().endsWith('ok')) await sleep(10);
  expect(open2[0]?.heard()).toContain('200');
});

it('lets a connection go after as many requests as it may carry', async () => {
  await serve({ requestsPerConnection: 2, idle: 1_000 }); // Node says that it closes, and then waits as long
  const { socket, closed, heard } = await open();
  for (let i = 0; i < 2; i++) {
    socket.write('GET / HTTP/1.1\r\nhost: a\r\n\r\n');
    while (heard().split('HTTP/1.1 200').length < i + 2) await sleep(10);
  }

  await closed;
  expect(
    heard()
      .match(/connection: \S+/gi)
      ?.at(-1)
      ?.toLowerCase(),
  ).toBe('connection: close');
});

it('denies a request with one more header than it may have', async () => {
  await serve({ headerCount: 5 });
  const statusWith = async (count: number): Promise<string | undefined> => {
    const { socket, heard } = await open();
    const headers = Array.from({ length: count - 1 }, (_, i) => `x-${i}: 1\r\n`).join('');
    socket.write(`GET / HTTP/1.1\r\nhost: a\r\n${headers}\r\n`);
    while (!heard().includes('\r\n')) await sleep(10);
    return heard().split(' ')[1];
  };

  expect([await statusWith(5), await statusWith(6)]).toEqual(['200', '431']);
});
