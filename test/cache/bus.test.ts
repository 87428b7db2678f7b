import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { followTouches } from '../../gateway/cache/follow-touches.ts';
import { LogTail } from '../../shared/events/log-tail.ts';
import { PostgresEventLog } from '../../shared/events/postgres/postgres-event-log.ts';
import { TOUCHED } from '../../shared/touch/touched.ts';
import { cloudEvent, disconnectAll, emptyEventLog, sql, type TestEventLog } from '../kit/events.ts';
import { eventually } from '../kit/hub.ts';
import { CachedGraph } from './cached-graph.ts';
import { manufactorySubgraphs, Rows } from './manufactories.ts';
import { type Touch, Writes } from './writes.ts';

let place: TestEventLog;
let log: PostgresEventLog;
let tail: LogTail;
let writes: Writes;
let at: CachedGraph;
let lags: number[];
let loop: { stop(): Promise<void> };
beforeEach(async () => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  place = await emptyEventLog();
  log = new PostgresEventLog(place.url);
  const rows = new Rows();
  writes = new Writes(rows);
  await publish(writes.changeAmount(31));
  tail = new LogTail(new PostgresEventLog(place.readerUrl), 'tail');
  lags = [];
  const following = followTouches(tail, (lag) => lags.push(lag), 1_500);
  at = new CachedGraph(manufactorySubgraphs(rows), { hearsAll: following.hearsAll });
  await at.start();
  loop = following.start(at.cache);
  await eventually(() => at.cache.hearsAll());
});
afterEach(async () => {
  jest.restoreAllMocks();
  at.stop();
  await loop.stop();
  await tail.stop();
  await log.close();
});

const publish = (...touches: Touch[]) =>
  log.publish(
    touches.map(({ subgraph, data }) =>
      cloudEvent({ type: TOUCHED, source: `/subgraphs/${subgraph}`, subject: `/subgraphs/${subgraph}`, data }),
    ),
  );
const SPENT = '{ spent }';
const PLACES = '{ places { totalCount } }';

const username = () => new URL(place.readerUrl).username;
async function loseLog(): Promise<void> {
  await sql(process.env.TEST_POSTGRES_URL ?? '', `alter role ${username()} nologin`);
  await disconnectAll(place.ownerUrl);
}
const findLog = () => sql(process.env.TEST_POSTGRES_URL ?? '', `alter role ${username()} login`);

it('drops what a subgraph somewhere tells of, soon after the commit, and takes no other event for a touch', async () => {
  for (const query of [SPENT, PLACES]) await at.ask(query);
  await log.publish([
    cloudEvent({ type: 'hub.work.closed.v1', source: '/subgraphs/work', subject: 'District_1', data: {} }),
  ]);
  await publish(writes.changeAmount(31));
  await eventually(() => lags.length === 1);

  expect((await at.ask(SPENT)).data).toEqual({ spent: 98 });
  expect((await at.ask(PLACES)).status).toBe('hit');
  expect(lags[0]).toBeLessThan(1_000);
});

it('takes a touch that is malformed for one of all that its source has', async () => {
  for (const query of [SPENT, PLACES]) await at.ask(query);
  await publish({ subgraph: 'money', data: { rows: 'all' } as never });
  await eventually(() => lags.length === 1);

  expect((await at.ask(PLACES)).status).toBe('hit');
  expect((await at.ask(SPENT)).status).toBe('miss; stored');
});

it('serves nothing from when a touch is read until it is applied', async () => {
  const other = new LogTail(log, 'another tail');
  const read = other.next(await other.position()); // hears before the follower, which waits behind it
  const following = followTouches(other);
  const applying = following.start(at.cache);
  await eventually(() => following.hearsAll());
  const whenRead = read.then(() => following.hearsAll());
  await publish(writes.changeAmount(31));

  expect(await whenRead).toBe(false);
  await eventually(() => following.hearsAll());
  await applying.stop();
  await other.stop();
});

it('serves nothing while the log is lost, and what was not touched when all that was missed is applied', async () => {
  for (const query of [SPENT, PLACES]) await at.ask(query);
  await loseLog();
  await eventually(async () => (await at.ask(PLACES)).status === 'bypass');
  await publish(...Array.from({ length: 350 }, () => writes.renameScheme(21)), writes.changeAmount(31));
  await findLog();
  await eventually(() => at.cache.hearsAll());

  expect(lags).toHaveLength(351);
  expect((await at.ask(PLACES)).status).toBe('hit');
  expect(await at.ask(SPENT)).toMatchObject({ status: 'miss; stored', data: { spent: 98 } });
}, 30_000);

it('serves nothing of what it kept when what it missed is not in the log any more', async () => {
  for (const query of [SPENT, PLACES]) await at.ask(query);
  await loseLog();
  await eventually(async () => (await at.ask(PLACES)).status === 'bypass');
  await publish(writes.changeAmount(31), writes.changeAmount(31));
  await sql(place.ownerUrl, 'delete from event');
  await sql(place.ownerUrl, 'update event_retention set pruned_through = 3');
  await publish(writes.changeAmount(31));
  await findLog();
  await eventually(() => at.cache.hearsAll());

  expect((await at.ask(PLACES)).status).toBe('miss; stored');
  expect(await at.ask(SPENT)).toMatchObject({ status: 'miss; stored', data: { spent: 100 } });
}, 30_000);
