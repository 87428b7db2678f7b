import { expect, it } from '@jest/globals';
import { z } from 'zod';
import { Task, task, Workshop } from '../../test/events/workshop.ts';
import { cloudEvent, disconnectAll, sql } from '../../test/kit/events.ts';
import { eventually } from '../../test/kit/hub.ts';
import { startConsuming } from './consume.ts';
import { type Consumer, consumer } from './consumer.ts';
import { InboxFailure, InboxPosition } from './inbox.ts';
import { PostgresEventLog } from './postgres/postgres-event-log.ts';

const workshop = new Workshop();
const ordered = (title: string) => cloudEvent({ type: 'hub.market.ordered.v1', subject: 'Order_1', data: { title } });

/** Writes down each order, after `first` has had its say. */
const takingOrders = (first: (title: string) => unknown = () => undefined): Consumer =>
  consumer({
    type: 'hub.market.ordered.v1',
    schema: z.object({ title: z.string() }),
    handle: async (em, _event, { title }) => {
      em.persist(task(title));
      await em.flush();
      await first(title);
    },
  });
const consume = async (...consumers: Consumer[]) =>
  workshop.run(await startConsuming({ name: 'workshop', em: workshop.orm.em, consumers, log: workshop.log }));

const titles = async () =>
  (await workshop.em.execute('select title from task order by ctid')).map(({ title }) => title);
const failures = () => workshop.em.find(InboxFailure, {}, { orderBy: { number: 'asc' } });
const position = async () => (await workshop.em.findOne(InboxPosition, { log: 'postgresql' }))?.position;
const lastPosition = async () => (await workshop.log.read(0n, 1000)).at(-1)?.position;
const allRead = () => eventually(async () => (await position()) === (await lastPosition()));

it('handles the events of its type in the order of the log, and passes the others by', async () => {
  const other = cloudEvent({ type: 'hub.market.closed.v1', subject: 'Market_1', data: {} });
  await workshop.log.publish([ordered('saw'), other, ordered('plane'), other]);
  await consume(takingOrders());
  await allRead();
  await workshop.log.publish(Array.from({ length: 150 }, (_, i) => ordered(`nail ${i}`)));
  await allRead();

  expect(await titles()).toEqual(['saw', 'plane', ...Array.from({ length: 150 }, (_, i) => `nail ${i}`)]);
});

it('hears of an event sooner than it would look', async () => {
  await consume(takingOrders());
  await workshop.log.publish([ordered('first')]);
  await allRead();

  const began = performance.now();
  for (let i = 0; i < 10; i++) {
    await workshop.log.publish([ordered(`${i}`)]);
    while ((await position()) !== (await lastPosition()));
  }

  expect(performance.now() - began).toBeLessThan(5000);
});

it('lets an event have its effect once, though the position was lost and two processes read', async () => {
  await workshop.log.publish([ordered('saw'), ordered('plane')]);
  const first = await consume(takingOrders());
  await allRead();
  await first.stop();
  await workshop.em.nativeDelete(InboxPosition, {});
  await consume(takingOrders());
  await consume(takingOrders());
  await workshop.log.publish(Array.from({ length: 30 }, (_, i) => ordered(`nail ${i}`)));
  await allRead();

  expect(await titles()).toEqual(['saw', 'plane', ...Array.from({ length: 30 }, (_, i) => `nail ${i}`)]);
  expect(await failures()).toEqual([]);
});

it('goes on from its stored position after a restart, without asking for what it has read', async () => {
  await workshop.log.publish([ordered('saw')]);
  const first = await consume(takingOrders());
  await allRead();
  await first.stop();
  const read = await position();
  await workshop.log.publish([ordered('plane')]);
  const asked: bigint[] = [];
  workshop.log.read = function (after, limit) {
    asked.push(after);
    return PostgresEventLog.prototype.read.call(this, after, limit);
  };
  await consume(takingOrders());
  await eventually(async () => (await titles()).length === 2);

  expect(asked[0]).toBe(read);
  expect(await titles()).toEqual(['saw', 'plane']);
});

it('sets aside at once what its schema refuses, says why, and goes on', async () => {
  const poison = cloudEvent({ type: 'hub.market.ordered.v1', subject: 'Order_1', data: { title: 7 } });
  const judged: unknown[] = [];
  const { schema, ...rest } = takingOrders();
  await workshop.log.publish([poison, ordered('saw')]);
  await consume({ ...rest, schema: z.preprocess((data) => judged.push(data) && data, schema) });
  await allRead();

  expect(await titles()).toEqual(['saw']);
  expect(judged).toEqual([{ title: 7 }, { title: 'saw' }]);
  expect(await failures()).toEqual([
    expect.objectContaining({
      event: poison,
      reason: expect.stringMatching(/expected string, received number.*title/s),
      time: expect.any(Date),
    }),
  ]);
});

it('sets aside what a handler failed at three times, without a trace of its attempts, and goes on', async () => {
  let attempts = 0;
  const jammed = ordered('jam');
  await workshop.log.publish([jammed, ordered('saw')]);
  await consume(
    takingOrders((title) => {
      if (title !== 'jam') return;
      attempts++;
      throw new Error('The machine is jammed.');
    }),
  );
  await allRead();

  expect(attempts).toBe(3);
  expect(await titles()).toEqual(['saw']);
  expect(await failures()).toEqual([expect.objectContaining({ event: jammed, reason: 'The machine is jammed.' })]);

  await workshop.em.nativeDelete(InboxPosition, {});
  await allRead();

  expect(await failures()).toHaveLength(1);
});

it('sets aside what is refused as late as the commit', async () => {
  await workshop.log.publish(['saw', 'saw', 'plane'].map(ordered));
  await consume(takingOrders());
  await allRead();

  expect(await titles()).toEqual(['saw', 'plane']);
  expect(await failures()).toEqual([expect.objectContaining({ reason: expect.stringContaining('task_title_key') })]);
});

it('tries again what failed once', async () => {
  let attempts = 0;
  await workshop.log.publish([ordered('saw')]);
  await consume(
    takingOrders(() => {
      if (++attempts < 3) throw new Error('The machine is jammed.');
    }),
  );
  await allRead();

  expect(await titles()).toEqual(['saw']);
  expect(await failures()).toEqual([]);
});

it('does not blame an event for a database that is away', async () => {
  let attempts = 0;
  const { username } = new URL(workshop.url);
  const admin = process.env.TEST_POSTGRES_URL ?? '';
  await workshop.log.publish([ordered('saw'), ordered('plane')]);
  await consume(
    takingOrders(async () => {
      if (attempts++ > 0) return;
      await sql(admin, `alter role ${username} nologin`);
      await disconnectAll(workshop.url);
    }),
  );
  await eventually(() => attempts > 0);
  await new Promise((resolve) => setTimeout(resolve, 2000)); // longer than three attempts take
  await sql(admin, `alter role ${username} login`);
  await allRead();

  expect(await titles()).toEqual(['saw', 'plane']);
  expect(await failures()).toEqual([]);
});

it('waits for a log that is away', async () => {
  await consume(takingOrders());
  await sql(workshop.place.ownerUrl, 'alter table event rename to event_away');
  await disconnectAll(workshop.place.url);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await sql(workshop.place.ownerUrl, 'alter table event_away rename to event');
  await workshop.log.publish([ordered('saw')]);
  await allRead();

  expect(await titles()).toEqual(['saw']);
  expect(await failures()).toEqual([]);
});

it('notes that it missed events which were not kept, and goes on with the oldest that were', async () => {
  const age = `delete from event where position <= 2; update event_retention set pruned_through = 2`;
  await workshop.log.publish(['saw', 'plane', 'nail'].map(ordered));
  await workshop.em.insert(InboxPosition, { log: 'postgresql', position: 1n });
  await sql(workshop.place.ownerUrl, age);
  await consume(takingOrders());
  await allRead0(3n);

  expect(await titles()).toEqual(['nail']);
  expect(await failures()).toEqual([
    expect.objectContaining({
      event: null,
      reason: 'Events behind position 1 are not kept any more: the log begins at 3.',
    }),
  ]);
});

it('begins with the oldest event there is where it never read, and has missed nothing', async () => {
  await workshop.log.publish(['saw', 'plane', 'nail'].map(ordered));
  await sql(
    workshop.place.ownerUrl,
    'delete from event where position <= 2; update event_retention set pruned_through = 2',
  );
  await consume(takingOrders());
  await allRead0(3n);

  expect(await titles()).toEqual(['nail']);
  expect(await failures()).toEqual([]);
});

const allRead0 = (last: bigint) => eventually(async () => (await position()) === last);

it('records what it does about an event in the same transaction', async () => {
  await workshop.log.publish([ordered('saw')]);
  const { record } = await import('./record.ts');
  await consume(
    consumer({
      type: 'hub.market.ordered.v1',
      schema: z.object({ title: z.string() }),
      handle: async (em, event, data) => {
        record(em, { type: 'hub.workshop.accepted.v1', subject: event.subject, data });
      },
    }),
  );
  await allRead();

  expect(await workshop.em.execute('select source, type, subject, data from outbox')).toEqual([
    { source: '/subgraphs/workshop', type: 'hub.workshop.accepted.v1', subject: 'Order_1', data: { title: 'saw' } },
  ]);
  expect(await workshop.em.count(Task)).toBe(0);
});
