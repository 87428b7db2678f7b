import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { type Forest, serveForest } from '../../test/kit/live-forest.ts';
import { HOST_SETTINGS } from './host-settings.ts';

const DASHBOARD = 'https://dashboard.example';
let forest: Forest;
beforeAll(async () => {
  forest = await serveForest({ settings: { ...HOST_SETTINGS, hosts: ['hub.example'], origins: [DASHBOARD] } });
});
afterAll(() => forest.close());

const QUESTION = '/graphql?query=%7B%20tree(id%3A%201)%20%7B%20name%20%7D%20%7D';
interface Answered {
  status: number | undefined;
  code: string | undefined;
  allowed: string | undefined;
  headers: NodeJS.Dict<string | string[]>;
}

/** With headers that `fetch` lets nobody set. */
function ask(headers: Record<string, string>, { path = QUESTION, method = 'GET' } = {}): Promise<Answered> {
  const { port } = forest.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path, method, headers }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const code = /"code":"(\w+)"/.exec(text)?.[1];
      const allowed = response.headers['access-control-allow-origin'];
      resolve({ status: response.statusCode, code, allowed, headers: response.headers });
    });
    request.on('error', reject);
  });
}

it.each(['localhost:4000', '127.0.0.1', '[::1]:4000', '10.1.2.3', 'HUB.example', 'hub.example:443'])(
  'answers under its own name %s',
  async (host) => {
    expect((await ask({ host })).status).toBe(200);
  },
);

it.each([
  'evil.example',
  'evil.example:4000',
  'hub.example.evil.example',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
])('denies the name %s, which somebody else may let lead here', async (host) => {
  for (const path of [QUESTION, '/metrics', '/graphql', '/releases/x/data.csv']) {
    expect(await ask({ host }, { path })).toMatchObject({ status: 421, code: 'HOST_NOT_KNOWN' });
  }
});

it.each<[string, Record<string, string>]>([
  ['of another origin', { origin: 'https://evil.example' }],
  ['of a file or a sandbox', { origin: 'null' }],
  ['of another port', { origin: 'http://127.0.0.1:3000' }],
  ['of an origin that only looks like an allowed one', { origin: 'https://dashboard.example.evil.example' }],
  ['of an allowed name by another scheme', { origin: 'http://dashboard.example' }],
  ['without an origin, from another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
  ['without an origin, from another port of this site', { 'sec-fetch-site': 'same-site' }],
  ['by a link to a question', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
])('denies a page %s', async (_, headers) => {
  const asked = forest.fetches.length;
  for (const path of [QUESTION, '/releases/x/data.csv', '/supergraph']) {
    if (path !== QUESTION && headers['sec-fetch-mode'] === 'navigate') continue;
    expect(await ask(headers, { path })).toMatchObject({ status: 403, code: 'CROSS_SITE', allowed: undefined });
  }
  expect(await ask({ ...headers, accept: 'text/event-stream' })).toMatchObject({ status: 403 });
  expect(forest.fetches.length).toBe(asked);
});

it('answers programs, its own page, and pages that are named, which may read the answer and never with credentials', async () => {
  const { port } = forest.server.address() as AddressInfo;

  expect(await ask({})).toMatchObject({ status: 200, allowed: undefined });
  expect(await ask({ origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' })).toMatchObject({
    status: 200,
  });
  expect(await ask({ origin: 'https://hub.example' })).toMatchObject({ status: 200, allowed: undefined });
  const named = await ask({ origin: DASHBOARD, 'sec-fetch-site': 'cross-site' });
  expect(named).toMatchObject({ status: 200, allowed: DASHBOARD });
  expect(named.headers.vary).toContain('origin');
  expect(named.headers).not.toHaveProperty('access-control-allow-credentials');
});

it('lets pages that are named send a token and JSON, and denies others the leave', async () => {
  const preflight = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  const named = await ask({ ...preflight, origin: DASHBOARD }, { method: 'OPTIONS' });
  const other = await ask({ ...preflight, origin: 'https://evil.example' }, { method: 'OPTIONS' });

  expect(named).toMatchObject({ status: 204, allowed: DASHBOARD });
  expect(named.headers['access-control-allow-headers']).toMatch(/authorization, content-type/);
  expect(other.allowed).toBeUndefined();
  expect(other.headers).not.toHaveProperty('access-control-allow-headers');
});

it.each<[string, Record<string, string>, number]>([
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['another name', { host: 'evil.example' }, 421],
])('denies a WebSocket of %s', async (_, headers, status) => {
  const socket = new WebSocket(forest.wsUrl, 'graphql-transport-ws', { headers });
  const told = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('open', () => resolve(101));
    socket.on('error', () => {});
  });

  expect(told).toBe(status);
});

it('opens a WebSocket for a page that is named', async () => {
  const socket = new WebSocket(forest.wsUrl, 'graphql-transport-ws', { headers: { origin: DASHBOARD } });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.terminate();
});
