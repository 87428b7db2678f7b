import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { tryOutCode } from './try-out-code.ts';
import { answerTryOut } from './try-out-route.ts';

const key: JsonWebKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
const good = `Bearer ${tryOutCode(key)}`;

/** What a gateway with this key, or with none, answers. */
async function ask(path: string, method: string, authorization?: string, known: JsonWebKey | null = key) {
  const server = await serveHttp(0, (request, response) => answerTryOut(request, response, known ?? undefined));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const response = await fetch(url, { method, headers: authorization ? { authorization } : {} });
  server.close();
  return { status: response.status, ...(await response.json()) };
}

it('lists the roles, and gives a token with what a role may', async () => {
  expect(await ask('/try-out/roles', 'GET', good)).toEqual({
    status: 200,
    roles: expect.arrayContaining(['leader', 'municipality-officer']),
  });

  const { token } = await ask('/try-out/roles/municipality-officer', 'POST', good);
  expect(decodeJwt(token)).toMatchObject({ roles: ['officer'], territory: 'PL_1203053' });
});

it.each([undefined, 'Bearer ', `Bearer ${tryOutCode({ d: 'another' })}`, tryOutCode(key)])(
  'denies a role to who comes with %s, and does not even list them',
  async (authorization) => {
    for (const [path, method] of [
      ['/try-out/roles', 'GET'],
      ['/try-out/roles/leader', 'POST'],
    ] as const) {
      const answer = await ask(path, method, authorization);
      expect(answer).toEqual({
        status: 401,
        errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })],
      });
    }
  },
);

it('denies roles where there is no issuer to try the hub out with, as in production', async () => {
  expect((await ask('/try-out/roles', 'GET', good, null)).status).toBe(404);
});

it.each([
  ['/try-out/roles', 'POST', 405],
  ['/try-out/roles/leader', 'GET', 405],
  ['/try-out/roles/mayor', 'POST', 404],
  ['/try-out/roles/data-subject', 'POST', 404],
  ['/try-out/roles/constructor', 'POST', 404],
])('refuses %s %s', async (path, method, status) => {
  expect((await ask(path, method, good)).status).toBe(status);
});
