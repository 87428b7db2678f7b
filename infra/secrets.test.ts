import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { hubConfig } from './config.ts';
import { gatewayEnvironment } from './program-environment.ts';
import { makeSecrets, readSecrets, secretsFile } from './secrets.ts';

const home = mkdtempSync(path.join(tmpdir(), 'hub-secrets-'));
const { localIssuerKey, ...older } = makeSecrets(home);
afterAll(() => rmSync(home, { recursive: true }));

it('gives an older hub a key to sign tokens with, keeps it, and shows it to nobody else', () => {
  writeFileSync(secretsFile(home), JSON.stringify(older));

  const read = readSecrets(home);

  expect(read).toEqual({
    ...older,
    localIssuerKey: { kty: 'OKP', crv: 'Ed25519', x: expect.any(String), d: expect.any(String) },
  });
  expect(read?.localIssuerKey.d).not.toBe(localIssuerKey.d);
  expect(readSecrets(home)).toEqual(read);
  expect(JSON.parse(readFileSync(secretsFile(home), 'utf8'))).toEqual(read);
  expect(statSync(secretsFile(home)).mode & 0o777).toBe(0o600);
});

it('gives the gateway the key with which it makes tokens to try the hub out, and in production none', () => {
  const secrets = readSecrets(home);
  const keyIn = (NODE_ENV: string) =>
    gatewayEnvironment(hubConfig({ HUB_HOME: home }), secrets, {}, { NODE_ENV }).LOCAL_ISSUER_KEY;

  expect(JSON.parse(keyIn('development') ?? '')).toEqual(secrets?.localIssuerKey);
  expect(keyIn('production')).toBeUndefined();
});
