import { rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { issuersFile } from '../../test/kit/token-issuer.ts';
import { readIssuers } from './read-issuers.ts';

const ours = v4();
const ENTRY = {
  issuer: 'https://id.centre.example',
  jwks: 'https://id.centre.example/jwks',
  audience: 'hub',
  organisations: [`Organisation_${ours}`],
  scopes: ['cps:write', 'people:read', 'purpose:CASE_WORK'],
};
const files: string[] = [];
afterEach(() => {
  for (const file of files.splice(0)) rmSync(path.dirname(file), { recursive: true });
});
const read = (content: unknown) => {
  const file = issuersFile(content);
  files.push(file);
  return readIssuers(file, () => {});
};

it('reads whom the hub trusts, and for what', () => {
  const [issuer] = read([{ ...ENTRY, claims: { org: 'organisation' } }]);

  expect(issuer).toMatchObject({
    issuer: ENTRY.issuer,
    audience: 'hub',
    algorithms: ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'],
    organisations: new Set([ours]),
    scopes: new Set(ENTRY.scopes),
    claims: { org: 'organisation', roles: 'roles', scope: 'scope', territory: 'territory', purpose: 'purpose' },
  });
  expect(read([{ ...ENTRY, organisations: 'all', scopes: ['hub:write'] }])[0]?.organisations).toBe('all');
  expect(read([{ ...ENTRY, jwks: 'http://127.0.0.1:9000/jwks' }])).toHaveLength(1);
});

it.each([
  ['no organisations', { organisations: undefined }, /0\.organisations: must be "all", or a list/],
  ['an empty list of organisations', { organisations: [] }, /0\.organisations/],
  ['an organisation that is no id', { organisations: ['centre'] }, /0\.organisations/],
  ['no scopes', { scopes: undefined }, /0\.scopes/],
  ['a scope that nobody knows', { scopes: ['cps:wirte'] }, /0\.scopes\.0: must be one of hub:write, /],
  ['the right to act for all, beside a list', { scopes: ['hub:write'] }, /0\.scopes: must not have hub:write/],
  ...['DATA_SUBJECT', 'AUDIT', 'INCENTIVE_CONTROL'].map((purpose): [string, object, RegExp] => [
    `the purpose ${purpose}, which reaches people of all, beside a list`,
    { scopes: ['people:read', `purpose:${purpose}`] },
    /0\.scopes: must not have purpose:/,
  ]),
  ['a symmetric algorithm', { algorithms: ['HS256'] }, /0\.algorithms\.0/],
  ['the algorithm none', { algorithms: ['none'] }, /0\.algorithms\.0/],
  ['no algorithm', { algorithms: [] }, /0\.algorithms/],
  ['keys over plain HTTP', { jwks: 'http://id.centre.example/jwks' }, /0\.jwks: must be an https:\/\//],
  ['keys behind a password', { jwks: 'https://me:secret@id.centre.example/jwks' }, /0\.jwks/],
  ['keys in a file', { jwks: 'file:///etc/keys' }, /0\.jwks/],
  ['no audience', { audience: '' }, /0\.audience/],
  ['the name of the embedded issuer', { issuer: 'urn:hub:local' }, /0\.issuer: must not be urn:hub:local/],
  ['a name that could be cut in two ways', { issuer: 'https://id.centre.example#x' }, /0\.issuer/],
  ['a word that was mistyped', { organisation: [ours] }, /Unrecognized key: "organisation"/],
])('denies an issuer with %s, and says where', (_, changed, reason) => {
  expect(() => read([{ ...ENTRY, ...changed }])).toThrow(reason);
});

it('names the file, and all that is wrong with it', () => {
  expect(() => read('[')).toThrow(/^TRUSTED_ISSUERS=.*issuers\.json is no file with JSON: /);
  expect(() => read([ENTRY, ENTRY])).toThrow(/the list: must name each issuer once/);
  expect(() => read([{ ...ENTRY, audience: 5, jwks: 'x' }])).toThrow(/0\.jwks: .*\n {2}0\.audience: /);
  expect(() => readIssuers('/nowhere.json', () => {})).toThrow('TRUSTED_ISSUERS=/nowhere.json is no file with JSON');
});
