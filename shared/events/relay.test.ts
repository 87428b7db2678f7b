import { expect, it } from '@jest/globals';
import { OptimisticLockError } from '@mikro-orm/postgresql';
import { Task, task, Workshop } from '../../test/events/workshop.ts';
import { disconnectAll, sql } from '../../test/kit/events.ts';
import { eventually } from '../../test/kit/hub.ts';
import { OutboxEvent } from './outbox-event.ts';
import { PostgresEventLog } from './postgres/postgres-event-log.ts';
import { record } from './record.ts';
import { startRelay } from './relay.ts';

const workshop = new Workshop();
const relay = (log = workshop.log) => workshop.run(startRelay({ name: 'workshop', databaseUrl: workshop.url, log }));
const unpublished = () => workshop.em.count(OutboxEvent, { publishedAt: null });
const allPublished = () => eventually(async () => (await unpublished()) === 0);

async function recordSome(...subjects: string[]): Promise<void> {
  const em = workshop.em;
  for (const subject of subjects) record(em, { type: 'hub.workshop.started.v1', subject, data: {} });
  await em.flush();
}
const subjects = async () => (await workshop.logged()).map(({ subject }) => subject);

it('publishes what it finds and what comes, in order, and marks it', async () => {
  const early = Array.from({ length: 250 }, (_, i) => `Task_${i}`);
  await recordSome(...early);
  relay();
  await allPublished();
  await recordSome('Task_late', 'Task_later');
  await allPublished();

  expect(await subjects()).toEqual([...early, 'Task_late', 'Task_later']);
});

it('hears of a commit sooner than it would look', async () => {
  relay();
  await recordSome('Task_0');
  await allPublished();

  const began = performance.now();
  for (let i = 1; i <= 10; i++) {
    await recordSome(`Task_${i}`);
    while ((await unpublished()) > 0);
  }

  expect(performance.now() - began).toBeLessThan(5000); // each alone would wait for up to a second
});

it('publishes again what was published but not marked, and the log stores it once', async () => {
  await recordSome('Task_1', 'Task_2');
  workshop.log.publish = async function (events) {
    await PostgresEventLog.prototype.publish.call(this, events);
    Reflect.deleteProperty(this, 'publish');
    throw new Error('The relay dies here.');
  };
  relay();
  await allPublished();

  expect(await subjects()).toEqual(['Task_1', 'Task_2']);
});

it('keeps the events of an entity in order, however many write to it', async () => {
  const tasks = Array.from({ length: 4 }, (_, i) => task(`task ${i}`));
  await workshop.em.persist(tasks).flush();
  relay();
  const advance = ({ uuid }: Task): Promise<void> =>
    workshop.em.transactional(async (em) => {
      const row = await em.findOneOrFail(Task, uuid);
      row.step++;
      record(em, { type: 'hub.workshop.advanced.v1', subject: row.id, data: { step: row.step } });
    });
  const writer = async (): Promise<void> => {
    for (let done = 0; done < 30; ) {
      await advance(tasks[done % 4] as Task).then(
        () => done++,
        (error) => {
          if (!(error instanceof OptimisticLockError)) throw error;
        },
      );
    }
  };
  await Promise.all(Array.from({ length: 6 }, writer));
  await allPublished();

  const events = await workshop.logged();
  expect(events).toHaveLength(180);
  for (const { id } of tasks) {
    const steps = events.filter(({ subject }) => subject === id).map(({ data }) => (data as { step: number }).step);
    expect(steps).toEqual(steps.map((_, i) => i + 1));
  }
});

it('works with one relay at a time: a second one neither doubles nor reorders', async () => {
  let publishing = 0;
  let most = 0;
  const batches: string[] = [];
  const slow = Object.assign(Object.create(workshop.log), {
    publish: async (events: Parameters<PostgresEventLog['publish']>[0]) => {
      most = Math.max(most, ++publishing);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await workshop.log.publish(events);
      batches.push(...events.map(({ subject }) => subject));
      publishing--;
    },
  });
  relay(slow);
  relay(slow);
  const wanted = Array.from({ length: 300 }, (_, i) => `Task_${i}`);
  for (let i = 0; i < wanted.length; i += 10) await recordSome(...wanted.slice(i, i + 10));
  await allPublished();

  expect(most).toBe(1);
  expect(batches).toEqual(wanted);
});

it('takes over from a relay that is gone', async () => {
  const first = relay();
  relay();
  await recordSome('Task_1');
  await allPublished();
  await first.stop();
  await recordSome('Task_2');
  await allPublished();

  expect(await subjects()).toEqual(['Task_1', 'Task_2']);
});

it('lets another relay go on where it cannot reach the log itself', async () => {
  const broken = Object.assign(Object.create(workshop.log), {
    publish: async () => {
      throw new Error('There is no way to the log from here.');
    },
  });
  await recordSome('Task_1');
  relay(broken);
  await new Promise((resolve) => setTimeout(resolve, 200));
  relay();
  await allPublished();

  expect(await subjects()).toEqual(['Task_1']);
});

it('waits for a log that is away, says so, and loses nothing', async () => {
  const one = relay();
  await eventually(() => one.isWorking());
  await sql(workshop.place.ownerUrl, 'alter table event rename to event_away');
  await recordSome('Task_1', 'Task_2');
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(await unpublished()).toBe(2);
  expect(one.isWorking()).toBe(false);

  await sql(workshop.place.ownerUrl, 'alter table event_away rename to event');
  await allPublished();
  await eventually(() => one.isWorking());

  expect(await subjects()).toEqual(['Task_1', 'Task_2']);
});

it('survives that every connection is cut, to its own database and to the log', async () => {
  relay();
  await recordSome('Task_1');
  await allPublished();
  await disconnectAll(workshop.url);
  await disconnectAll(workshop.place.url);
  await eventually(() =>
    recordSome('Task_2').then(
      () => true,
      () => false,
    ),
  );
  await allPublished();

  expect(await subjects()).toEqual(['Task_1', 'Task_2']);
});
