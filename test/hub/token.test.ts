import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeSecrets, readSecrets } from '../../infra/secrets.ts';
import { freePorts } from '../kit/free-ports.ts';
import { Hub } from '../kit/hub.ts';
import { issuersFile, TokenIssuer } from '../kit/token-issuer.ts';

/** The commands and the gateway as processes; what they are asked needs no subgraph. */
const hub = new Hub();
const issuer = new TokenIssuer();
let file: string;
beforeAll(async () => {
  makeSecrets(hub.home);
  await hub.findPorts();
  await issuer.start();
  await issuer.addKey('first');
  file = issuersFile([issuer.entry]);
  Object.assign(hub.environment, { CACHE_MEGABYTES: '0', TRUSTED_ISSUERS: file });
});
afterAll(async () => {
  await issuer.stop();
  rmSync(path.dirname(file), { recursive: true });
  rmSync(hub.home, { recursive: true });
});

/** What a gateway in this environment answers to each token: a status, and a code where it is refused. */
async function answers(tokens: string[], environment: Record<string, string>): Promise<string[]> {
  Object.assign(hub.environment, environment);
  const port = await freePorts(1);
  const gateway = await hub.runGateway(port);
  const ask = async (token: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const url = `http://127.0.0.1:${port}/graphql`;
    const response = await fetch(url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return `${response.status} ${(await response.json()).errors?.[0].extensions.code ?? ''}`.trim();
  };
  const answered = await Promise.all(tokens.map(ask));
  gateway.kill();
  return answered;
}

it('prints a token and nothing else, which the gateway of the same hub takes', async () => {
  const { code, output } = await hub.command('token', '--as', 'cps-adviser', '--for', '10m');
  expect([code, output]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);

  const operator = readSecrets(hub.home)?.operatorToken ?? '';
  const tokens = [output.trim(), await issuer.sign(), operator, 'nonsense'];
  expect(await answers(tokens, {})).toEqual(['200', '200', '200', '401 TOKEN_INVALID']);
  expect(await answers(tokens, { NODE_ENV: 'production' })).toEqual([
    '401 TOKEN_INVALID',
    '200',
    '200',
    '401 TOKEN_INVALID',
  ]);
}, 60_000);

it('denies a token in production, and lists who there is to be where nobody is named', async () => {
  hub.environment.NODE_ENV = 'production';
  expect(await hub.command('token', '--as', 'leader')).toEqual({
    code: 1,
    output: '`hub token` is for trying the hub out. In production tokens come from TRUSTED_ISSUERS.\n',
  });
  hub.environment.NODE_ENV = 'development';
  expect(await hub.command('token')).toMatchObject({ code: 0, output: expect.stringContaining('cps-adviser') });
}, 30_000);
