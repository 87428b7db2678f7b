import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { dashboardIn, isDashboardPath } from './dashboard-route.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dashboard-'));
let server: Server;
let url: string;
beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets'));
  for (const [file, text] of [
    ['index.html', '<title>hub</title>'],
    ['assets/index-a1.js', 'start()'],
  ] as const) {
    writeFileSync(path.join(folder, file), text);
    writeFileSync(path.join(folder, `${file}.gz`), gzipSync(text));
  }
  const show = dashboardIn(folder);
  server = await serveHttp(0, async (request, response) => show(request, response));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it.each([
  '/',
  '/map',
  '/money?territory=PL_1261011',
  '/manufactories/Manufactory_1e3fe934-efef-5ffe-927e-65ddf220f616',
])('shows the page at %s, which nobody else may frame and which asks nobody else', async (address) => {
  const response = await fetch(`${url}${address}`, { headers: { 'accept-encoding': 'gzip' } });

  expect([response.status, await response.text()]).toEqual([200, '<title>hub</title>']);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-encoding': 'gzip',
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringMatching(/connect-src 'self'.*frame-ancestors 'none'/),
  });
});

it('lets a browser keep for good what has its hash in its name', async () => {
  const { headers } = await fetch(`${url}/assets/index-a1.js`);
  expect([headers.get('cache-control'), headers.get('content-type')]).toEqual([
    'public, max-age=31536000, immutable',
    'text/javascript',
  ]);
});

it.each([
  ['/assets/index-b2.js', {}, 404],
  ['/', { method: 'POST' }, 405],
  ['/', { headers: { range: 'bytes=9-2' } }, 200],
])('answers %s %j with %i', async (address, request, status) => {
  expect((await fetch(`${url}${address}`, request)).status).toBe(status);
});

it('says how the dashboard is made where it was not', async () => {
  const show = dashboardIn(path.join(folder, 'none'));
  const bare = await serveHttp(0, async (request, response) => show(request, response));
  const response = await fetch(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  bare.close();
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('npm start')]);
});

it.each([
  '/graphql',
  '/maps',
  '/assets/../secrets.json',
  '/assets/a/b.js',
  '/manufactories/a/b',
  '/manufactories/%2e%2e',
])('leaves %s to others', (address) => {
  expect(isDashboardPath(address)).toBe(false);
});
