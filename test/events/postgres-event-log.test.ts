import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createEventLog } from '../../shared/events/postgres/create-event-log.ts';
import { PostgresEventLog } from '../../shared/events/postgres/postgres-event-log.ts';
import { prune } from '../../shared/events/postgres/prune.ts';
import { cloudEvent, disconnectAll, emptyEventLog, sql, type TestEventLog } from '../kit/events.ts';
import { testDatabase } from '../kit/postgres.ts';
import { describeDelivery } from './delivery.conformance.ts';
import { describeEventLog, type LogUnderTest } from './event-log.conformance.ts';

const event = (subject: string) => cloudEvent({ type: 'hub.somewhere.happened.v1', subject, data: {} });

async function asOwner(place: TestEventLog, act: (owner: pg.Client) => Promise<void>): Promise<void> {
  const owner = new pg.Client({ connectionString: place.ownerUrl });
  await owner.connect();
  await act(owner).finally(() => owner.end());
}

/** Makes everything up to a position, or in all, older than the retention. */
const age = (place: TestEventLog, through: bigint | null = null) =>
  sql(
    place.ownerUrl,
    `update event set received_at = now() - interval '8 days' where position <= coalesce($1, position)`,
    [through],
  );

async function emptyTable(): Promise<LogUnderTest> {
  const place = await emptyEventLog();
  const { username } = new URL(place.url);
  const admin = process.env.TEST_POSTGRES_URL ?? '';
  return {
    open: () => new PostgresEventLog(place.url),
    forget: async (through) => {
      await age(place, through);
      await asOwner(place, (owner) => prune(owner, 7));
    },
    takeAway: async () => {
      await sql(admin, `alter role ${username} nologin`);
      await disconnectAll(place.url);
    },
    giveBack: async () => void (await sql(admin, `alter role ${username} login`)),
  };
}

describeEventLog('the event log on PostgreSQL', emptyTable);
describeDelivery('events by way of PostgreSQL', emptyTable);

describe('a table that only grows', () => {
  let place: TestEventLog;
  let log: PostgresEventLog;
  beforeEach(async () => {
    place = await emptyEventLog();
    log = new PostgresEventLog(place.url);
    await log.publish([event('Thing_1')]);
  });

  afterEach(() => log.close());

  it.each([
    `update event set subject = 'Thing_2'`,
    'delete from event',
    'truncate event',
    'drop table event',
    'alter table event disable trigger all',
    `create table mine (n int)`,
    'create temporary table mine (n int)',
    'update event_retention set pruned_through = 100',
    'delete from event_retention',
    `insert into event (position, specversion, id, source, type, subject, time, datacontenttype, data)
     overriding system value select 99, specversion, gen_random_uuid(), source, type, subject, time, datacontenttype, data
     from event`,
    `insert into event (received_at, specversion, id, source, type, subject, time, datacontenttype, data)
     select now(), specversion, gen_random_uuid(), source, type, subject, time, datacontenttype, data from event`,
    `select nextval('event_position_seq')`,
    `select setval('event_position_seq', 1)`,
  ])('denies a subgraph: %s', async (statement) => {
    await expect(sql(place.url, statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('lets a reader read, and no more', async () => {
    expect(await sql(place.readerUrl, 'select subject from event')).toEqual([{ subject: 'Thing_1' }]);

    await expect(new PostgresEventLog(place.readerUrl).publish([event('Thing_2')])).rejects.toThrow(
      'permission denied',
    );
  });

  it('lets in no role that was not let in', async () => {
    const stranger = new URL(await testDatabase('stranger'));
    stranger.pathname = new URL(place.url).pathname;

    await expect(sql(stranger.href, 'select 1')).rejects.toThrow('permission denied for database');
  });

  it('shows nothing of a later publisher before an earlier one has committed', async () => {
    const slow = new pg.Client({ connectionString: place.url });
    await slow.connect();
    await slow.query('begin');
    await slow.query(`insert into event (specversion, id, source, type, subject, time, datacontenttype, data)
      select specversion, gen_random_uuid(), source, type, 'Thing_slow', time, datacontenttype, data from event`);
    const published = log.publish([event('Thing_fast')]);
    await new Promise((resolve) => setTimeout(resolve, 300));

    const early = await log.read(0n, 10);
    await slow.query('commit');
    await slow.end();
    await published;

    expect(early.map(({ event }) => event.subject)).toEqual(['Thing_1']);
    expect((await log.read(0n, 10)).map(({ event }) => event.subject)).toEqual(['Thing_1', 'Thing_slow', 'Thing_fast']);
  });

  it('prunes what is older than the retention, and nothing younger', async () => {
    await age(place);
    await log.publish([event('Thing_2')]);
    await asOwner(place, (owner) => prune(owner, 9));
    expect(await log.read(0n, 10)).toHaveLength(2);

    await asOwner(place, (owner) => prune(owner, 7));
    await asOwner(place, (owner) => prune(owner, 7));

    expect((await log.read(1n, 10)).map(({ event }) => event.subject)).toEqual(['Thing_2']);
    await expect(log.read(0n, 10)).rejects.toThrow('Events behind position 0 are not kept any more');
  });

  it('is made again without harm', async () => {
    await asOwner(place, (owner) => createEventLog(owner, [new URL(place.url).username]));

    expect(await log.read(0n, 10)).toHaveLength(1);
  });
});
