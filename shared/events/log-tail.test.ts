import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { cloudEvent, emptyEventLog, type TestEventLog } from '../../test/kit/events.ts';
import { type PositionedEvent, PositionLost } from './event-log.ts';
import { LogTail } from './log-tail.ts';
import { PostgresEventLog } from './postgres/postgres-event-log.ts';

let at: TestEventLog;
let log: PostgresEventLog;
let tail: LogTail;
beforeEach(async () => {
  at = await emptyEventLog();
  log = new PostgresEventLog(at.url);
  await log.publish(many(3, 'before'));
  tail = new LogTail(log, 'tail');
});
afterEach(async () => {
  await tail.stop();
  await log.close();
});

const many = (count: number, name = 'Thing') =>
  Array.from({ length: count }, (_, i) =>
    cloudEvent({ type: 'hub.thing.happened.v1', subject: `${name}_${i}`, data: {} }),
  );
const subjects = (events: PositionedEvent[]) => events.map(({ event }) => event.subject);

async function readTo(count: number, after: bigint): Promise<string[]> {
  const read: PositionedEvent[] = [];
  while (read.length < count) read.push(...(await tail.next(read.at(-1)?.position ?? after)));
  return subjects(read);
}

it('begins where the log ends, and gives what comes from then on, to each follower at its own pace', async () => {
  const start = await tail.position();
  const early = readTo(5, start);
  await log.publish(many(5));

  expect(await early).toEqual(subjects(await log.read(start, 10)));
  expect(await readTo(2, start + 3n)).toEqual(['Thing_3', 'Thing_4']);
  expect(tail.age).toBeLessThan(5_000);
});

it('reads the log for a follower who is further behind than what is in memory', async () => {
  expect(await readTo(3, 0n)).toEqual(['before_0', 'before_1', 'before_2']);
  await log.publish(many(1_200));
  const all = await readTo(1_203, 0n);
  expect(new Set(all).size).toBe(1_203);
});

it('tells a follower of a position that the log does not have', async () => {
  await tail.position();
  await expect(tail.next(1_000n)).rejects.toBeInstanceOf(PositionLost);
});

it('lets a follower go who waits no longer', async () => {
  const gone = new AbortController();
  const waiting = tail.next(await tail.position(), gone.signal);
  gone.abort(new Error('gone'));
  await expect(waiting).rejects.toThrow('gone');
});

it('has missed something for as long as it has not read to the end', async () => {
  let goOn = () => {};
  const stuck = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  class Stuck extends PostgresEventLog {
    override async read(after: bigint, limit: number): Promise<PositionedEvent[]> {
      if (after > 3n) await stuck;
      return super.read(after, limit);
    }
  }
  const stuckLog = new Stuck(at.url);
  const behind = new LogTail(stuckLog, 'behind');
  await behind.position();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const published = performance.now();
  await log.publish(many(150));
  while ((await behind.position()) === 3n) await new Promise((resolve) => setTimeout(resolve, 20));

  expect(behind.age).toBeGreaterThan(performance.now() - published);
  goOn();
  await behind.stop();
  await stuckLog.close();
});
