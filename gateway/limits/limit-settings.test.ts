import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { limitSettings } from './limit-settings.ts';

it('has for each limit a default, which the environment changes', () => {
  expect(limitSettings({})).toMatchObject({
    document: { tokens: 5_000, nesting: 100, depth: 20, fields: 2_000, rootFields: 50, aliases: 100, directives: 100 },
    cost: 25_000,
    rate: { perSecond: 50_000, burst: 500_000 },
    introspection: 'on',
    registered: { folder: undefined, only: false },
    host: { hosts: [], origins: [], proxies: [], largest: { question: 2 ** 20, file: 2 ** 24 } },
  });
  expect(
    limitSettings({
      TOKENS_LIMIT: '7',
      RATE_PER_SECOND: '0',
      CORS_ORIGINS: 'https://a.example, https://b.example:8443',
      PUBLIC_HOSTS: 'hub.example',
      HEADERS_TIMEOUT_SECONDS: '2',
      PERSISTED_OPERATIONS: '/srv/operations',
      PERSISTED_ONLY: 'true',
    }),
  ).toMatchObject({
    document: { tokens: 7 },
    rate: { perSecond: 0 },
    registered: { folder: '/srv/operations', only: true },
    host: {
      origins: ['https://a.example', 'https://b.example:8443'],
      hosts: ['hub.example'],
      clients: { headers: 2_000 },
    },
  });
});

it('shows the schema in production to who has a token alone, and GraphiQL to nobody where nobody may see the schema', () => {
  expect(limitSettings({ NODE_ENV: 'production' })).toMatchObject({ introspection: 'authenticated' });
  expect(limitSettings({ NODE_ENV: 'production', INTROSPECTION: 'on' })).toMatchObject({ introspection: 'on' });
  expect(limitSettings({ INTROSPECTION: 'off' }).host.showsPage).toBe(false);
});

it.each([
  [{ INTROSPECTION: 'maybe' }, 'INTROSPECTION=maybe is none of on, authenticated, off'],
  [{ COST_LIMIT: '-1' }, 'COST_LIMIT=-1'],
  [{ PERSISTED_ONLY: 'yes' }, 'PERSISTED_ONLY=yes'],
  [{ CORS_ORIGINS: '*' }, 'CORS_ORIGINS has *'],
  [{ CORS_ORIGINS: 'https://a.example/' }, 'CORS_ORIGINS has https://a.example/'],
  [{ TRUSTED_PROXIES: 'proxy' }, 'TRUSTED_PROXIES has proxy'],
])('does not start with %j', (environment, reason) => {
  expect(() => limitSettings(environment)).toThrow(reason);
});

it('names in README each setting that it reads, with its default', () => {
  const [, table = ''] = readFileSync('README.md', 'utf8').split('\n## Limits\n');
  const read = [...readFileSync('gateway/limits/limit-settings.ts', 'utf8').matchAll(/'([A-Z]+(?:_[A-Z]+)+)'/g)];

  expect(read.length).toBeGreaterThan(20);
  for (const [, name] of read) expect(table).toMatch(new RegExp(`\`${name}[=\`]`));
});
