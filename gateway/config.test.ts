import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { gatewayConfig } from './config.ts';

it('reads keys and addresses by subgraph, in whatever case the environment writes them', () => {
  const key = randomBytes(32).toString('base64url');
  const config = gatewayConfig(['--supergraph', 'a.graphql', '--port', '4000'], {
    SUBGRAPH_KEY_CPS: key,
    SUBGRAPH_URL_OUTCOMES: 'https://outcomes.example/',
    OPERATOR_TOKEN: '',
  });

  expect(config).toMatchObject({
    port: 4000,
    urls: { outcomes: 'https://outcomes.example/' },
    operatorToken: undefined,
  });
  expect(config.keys.get('cps')?.export().toString('base64url')).toBe(key);
});

it('waits as long and for as many as the environment says, and as a hub needs where it says nothing', () => {
  const args = ['--supergraph', 'a.graphql', '--port', '4000'];

  expect(gatewayConfig(args, {})).toMatchObject({
    queryDeadline: 30_000,
    deadlines: { query: 15_000, mutation: 120_000 },
    limits: { atOnce: 50, waiting: 1000 },
    largestAnswer: 33_554_432,
    subscriptions: { inAll: 50_000, perConnection: 100, backlog: 1_048_576 },
  });
  expect(gatewayConfig(args, { QUERY_DEADLINE_SECONDS: '0.5', SUBGRAPH_REQUESTS_AT_ONCE: '4' })).toMatchObject({
    queryDeadline: 500,
    limits: { atOnce: 4 },
  });
  expect(gatewayConfig(args, { SUBGRAPH_ANSWER_MEGABYTES: '2' })).toMatchObject({ largestAnswer: 2_097_152 });
  expect(() => gatewayConfig(args, { SUBGRAPH_DEADLINE_SECONDS: 'soon' })).toThrow('SUBGRAPH_DEADLINE_SECONDS=soon');
  expect(() => gatewayConfig(args, { SUBGRAPH_REQUESTS_WAITING: '0.5' })).toThrow('SUBGRAPH_REQUESTS_WAITING=0.5');
});

it('keeps 64 megabytes of answers, or as many as it is told, and follows the log that it is told of', () => {
  const cacheOf = (environment: Record<string, string>) =>
    gatewayConfig(['--supergraph', 'a.graphql', '--port', '4000'], environment).cache;

  expect(cacheOf({})).toEqual({ megabytes: 64, eventsUrl: undefined });
  expect(cacheOf({ CACHE_MEGABYTES: '0', EVENTS_URL: 'nats://log.example' })).toEqual({
    megabytes: 0,
    eventsUrl: 'nats://log.example',
  });
  expect(() => cacheOf({ CACHE_MEGABYTES: 'much' })).toThrow('CACHE_MEGABYTES=much is no whole number of megabytes');
});

it('shares equal queries in flight, unless it is told not to', () => {
  const args = ['--supergraph', 'a.graphql', '--port', '4000'];

  expect(gatewayConfig(args, {}).shareInFlight).toBe(true);
  expect(gatewayConfig(args, { SHARE_IN_FLIGHT: 'off' }).shareInFlight).toBe(false);
});

it('trusts the issuers of a file, and what `hub token` prints unless the hub runs in production', () => {
  const identityOf = (environment: Record<string, string>) =>
    gatewayConfig(['--supergraph', 'a.graphql', '--port', '4000'], environment).identity;
  const told = { TRUSTED_ISSUERS: '/etc/hub/issuers.json', LOCAL_ISSUER_KEY: '{}', CLOCK_SKEW_SECONDS: '60' };

  expect(identityOf({})).toEqual({ issuersFile: undefined, localKey: undefined, clockSkew: 30 });
  expect(identityOf(told)).toEqual({ issuersFile: '/etc/hub/issuers.json', localKey: '{}', clockSkew: 60 });
  expect(identityOf({ ...told, NODE_ENV: 'production' }).localKey).toBeUndefined();
  expect(identityOf({ CLOCK_SKEW_SECONDS: '0' }).clockSkew).toBe(0);
  for (const wrong of ['61', '-1', '0.5', 'much']) {
    expect(() => identityOf({ CLOCK_SKEW_SECONDS: wrong })).toThrow(`CLOCK_SKEW_SECONDS=${wrong} is no whole number`);
  }
});

it('lets plans be seen unless the hub runs in production', () => {
  const args = ['--supergraph', 'a.graphql', '--port', '4000'];

  expect(gatewayConfig(args, {}).showsPlans).toBe(true);
  expect(gatewayConfig(args, { NODE_ENV: 'production' }).showsPlans).toBe(false);
});

it.each([
  [['--port', '4000']],
  [['--supergraph', 'a.graphql']],
  [['--supergraph', 'a.graphql', '--port', 'x']],
  [['--supergraph', 'a.graphql', '--port', '70000']],
])('says what it needs where it gets %j', (args) => {
  expect(() => gatewayConfig(args, {})).toThrow('`--supergraph FILE --port N`');
});
