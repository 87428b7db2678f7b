import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, it } from '@jest/globals';
import { hubConfig } from '../../infra/config.ts';
import { eventSettings, gatewayEnvironment, subgraphEnvironment } from '../../infra/program-environment.ts';
import { makeSecrets, readSecrets, secretsFile } from '../../infra/secrets.ts';
import { SUBGRAPHS } from '../../infra/subgraphs.ts';

const home = mkdtempSync(path.join(tmpdir(), 'hub-settings-'));
const secrets = makeSecrets(home);
afterAll(() => rmSync(home, { recursive: true }));
afterEach(() => {
  delete process.env.EVENTS_URL;
});
const eventsUrl = (environment: Record<string, string> = {}) =>
  subgraphEnvironment('cps', hubConfig({ HUB_HOME: home, ...environment }), secrets).EVENTS_URL;
const everyUrl = Object.fromEntries(
  SUBGRAPHS.flatMap((name) =>
    ['DATABASE_URL', 'DATABASE_OWNER_URL'].map((kind) => [`${kind}_${name.toUpperCase()}`, 'postgresql://x/y']),
  ),
);

it('tells a subgraph where the embedded log is, under its own role and password', () => {
  const url = eventsUrl();

  expect(url).toContain(`//cps:${secrets.databasePasswords.cps}@`);
  expect(url).toMatch(/\/events$/);
  expect(url).not.toContain(secrets.eventsPassword);
});

it('tells the gateway the same, under a role of its own, as far as there is a hub here', () => {
  const told = (known: typeof secrets | null, environment: Record<string, string> = {}) =>
    gatewayEnvironment(hubConfig({ HUB_HOME: home, ...environment }), known, {}).EVENTS_URL;

  expect(told(secrets)).toContain(`//gateway:${secrets.gatewayPassword}@`);
  expect([told(null), told(secrets, everyUrl)]).toEqual([undefined, undefined]);
  process.env.EVENTS_URL = 'nats://log.example:4222';
  expect(told(null)).toBe('nats://log.example:4222');
});

it('tells it of a real server where there is one, and of none where the hub has no server of its own', () => {
  expect(eventsUrl(everyUrl)).toBeUndefined();

  process.env.EVENTS_URL = 'postgresql://log.example/events';

  expect(eventsUrl()).toBe('postgresql://log.example/events');
  expect(eventsUrl(everyUrl)).toBe('postgresql://log.example/events');
});

it('takes a log on PostgreSQL or on NATS, and refuses any other by its name', () => {
  for (const EVENTS_URL of ['postgres://log.example/events', 'nats://log.example:4222']) {
    expect(eventSettings({ EVENTS_URL }).url).toBe(EVENTS_URL);
  }
  expect(() => eventSettings({ EVENTS_URL: 'redis://hub:secret@log.example' })).toThrow(
    /^EVENTS_URL begins with redis:, but the event log is at a postgresql:\/\/ or at a nats:\/\/ URL\.$/,
  );
});

it('keeps events for seven days, or for as many as it is told', () => {
  expect(eventSettings({}).retentionDays).toBe(7);
  expect(eventSettings({ EVENT_RETENTION_DAYS: '30' }).retentionDays).toBe(30);
  for (const wrong of ['0', '-1', 'week']) {
    expect(() => eventSettings({ EVENT_RETENTION_DAYS: wrong })).toThrow(`EVENT_RETENTION_DAYS=${wrong} is no number`);
  }
});

it('gives the secrets of an older hub those for the log and for pseudonyms, and keeps the others', () => {
  const { eventsPassword, gatewayPassword, pseudonymKeys, ...older } = secrets;
  writeFileSync(secretsFile(home), JSON.stringify(older));

  const read = readSecrets(home);

  const made = expect.stringMatching(/^.{40,}$/);
  expect(read).toEqual({
    ...older,
    eventsPassword: made,
    gatewayPassword: made,
    pseudonymKeys: { institutions: made },
  });
  expect(read?.pseudonymKeys).not.toEqual(pseudonymKeys);
  expect(new Set([eventsPassword, gatewayPassword, read?.eventsPassword, read?.gatewayPassword]).size).toBe(4);
  expect(JSON.parse(readFileSync(secretsFile(home), 'utf8'))).toEqual(read);
});

it('hides what pseudonyms are made of from all but the Centre', () => {
  const told = SUBGRAPHS.filter((name) =>
    JSON.stringify(subgraphEnvironment(name, hubConfig({ HUB_HOME: home }), secrets)).includes(
      secrets.pseudonymKeys.institutions,
    ),
  );
  const gateway = JSON.stringify(gatewayEnvironment(hubConfig({ HUB_HOME: home }), secrets, {}));

  expect(told).toEqual(['cps']);
  expect(gateway).not.toContain(secrets.pseudonymKeys.institutions);
});
