import path from 'node:path';
import { expect, it } from '@jest/globals';
import { hubConfig, pathFromCaller, settingsFor, subgraphUrls } from './config.ts';

it.each([
  ['SUBGRAPH_URL_CPS', 'nonsense'],
  ['SUBGRAPH_URL_CPS', 'localhost:4003'],
  ['DATABASE_URL_CPS', 'cps:secret'],
  ['DATABASE_URL_CPS', 'http://db/secret'],
])('refuses an address that is none, by its name and without what it holds: %s=%s', (name, value) => {
  expect(() => hubConfig({ [name]: value })).toThrow(new RegExp(`^${name} is no address like ((?!secret).)*$`));
});

it('takes addresses of servers, over the network or a Unix socket', () => {
  const environment = {
    SUBGRAPH_URL_CPS: 'https://cps.example/',
    DATABASE_URL_CPS: 'postgresql://cps:secret@/cps?host=/run/postgresql',
    DATABASE_OWNER_URL_CPS: 'postgresql://cps_owner:secret@/cps?host=/run/postgresql',
    DATABASE_URL_OUTCOMES: 'postgres://db:5432/outcomes',
    DATABASE_OWNER_URL_OUTCOMES: 'postgres://owner@db:5432/outcomes',
  };

  expect(hubConfig(environment)).toMatchObject({
    subgraphUrls: { cps: environment.SUBGRAPH_URL_CPS },
    databaseUrls: { cps: environment.DATABASE_URL_CPS, outcomes: environment.DATABASE_URL_OUTCOMES },
    ownerUrls: { cps: environment.DATABASE_OWNER_URL_CPS, outcomes: environment.DATABASE_OWNER_URL_OUTCOMES },
  });
});

it.each([
  ['DATABASE_URL_CPS', 'DATABASE_OWNER_URL_CPS'],
  ['DATABASE_OWNER_URL_CPS', 'DATABASE_URL_CPS'],
])('refuses a database of one’s own with one role alone: %s is set', (set, missing) => {
  expect(() => hubConfig({ [set]: 'postgresql://db/cps' })).toThrow(new RegExp(`^${set} is set and ${missing} is not`));
});

it('knows where the subgraphs are once the hub is moved, and where others run elsewhere', () => {
  expect(subgraphUrls(hubConfig({ PORT: '5000', SUBGRAPH_URL_CPS: 'https://cps.example/' }))).toMatchObject({
    partnership: 'http://127.0.0.1:5001/',
    cps: 'https://cps.example/',
  });
});

it('asks subgraphs that have a certificate by https', () => {
  expect(subgraphUrls(hubConfig({ TLS_CERT: 'cert.pem' }))).toMatchObject({ cps: 'https://127.0.0.1:4003/' });
});

it('says how a command reaches this hub', () => {
  expect(settingsFor(hubConfig({}))).toBe('');
  expect(settingsFor(hubConfig({ HUB_HOME: '/tmp/other', PORT: '5000' }))).toBe('HUB_HOME=/tmp/other PORT=5000 ');
});

it('takes a relative path from where npm was called', () => {
  expect(pathFromCaller('registers', { INIT_CWD: '/home/me' })).toBe('/home/me/registers');
  expect(pathFromCaller('registers', {})).toBe(path.resolve('registers'));
});
