import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { startConsuming } from '../../shared/events/consume.ts';
import { consumer } from '../../shared/events/consumer.ts';
import type { EventLog } from '../../shared/events/event-log.ts';
import { InboxFailure } from '../../shared/events/inbox.ts';
import { OutboxEvent } from '../../shared/events/outbox-event.ts';
import { record } from '../../shared/events/record.ts';
import { startRelay } from '../../shared/events/relay.ts';
import { cloudEvent } from '../kit/events.ts';
import { eventually } from '../kit/hub.ts';
import type { LogUnderTest } from './event-log.conformance.ts';
import { task, Workshop } from './workshop.ts';

const TYPE = 'hub.market.ordered.v1';
const ordered = (title: unknown) => cloudEvent({ type: TYPE, subject: 'Order_1', data: { title } });
const numbered = (count: number, name = 'nail') => Array.from({ length: count }, (_, i) => `${name} ${i}`);

/** What relay and consumers promise together, on whichever log lies between them. */
export function describeDelivery(name: string, make: () => Promise<LogUnderTest>): void {
  describe(name, () => {
    const workshop = new Workshop();
    const opened: EventLog[] = [];
    let under: LogUnderTest;
    let log: EventLog;
    const open = (): EventLog => {
      const one = under.open();
      opened.push(one);
      return one;
    };
    const closeAll = async () => {
      await workshop.stop();
      await Promise.all(opened.splice(0).map((one) => one.close()));
    };
    beforeEach(async () => {
      await closeAll();
      under = await make();
      log = open();
    });
    afterAll(closeAll);

    const relay = (log = open()) => workshop.run(startRelay({ name: 'workshop', databaseUrl: workshop.url, log }));
    const consume = async (take: (title: string) => unknown = () => undefined, log = open()) =>
      workshop.run(
        await startConsuming({
          name: 'workshop',
          em: workshop.orm.em,
          log,
          consumers: [
            consumer({
              type: TYPE,
              schema: z.object({ title: z.string() }),
              handle: async (em, _event, { title }) => {
                await take(title);
                em.persist(task(title));
                await em.flush();
              },
            }),
          ],
        }),
      );
    const recordSome = async (titles: string[]) => {
      const em = workshop.em;
      for (const title of titles) record(em, { type: TYPE, subject: 'Order_1', data: { title } });
      await em.flush();
    };
    const titles = async () =>
      (await workshop.em.execute('select title from task order by ctid')).map(({ title }) => title);
    const unpublished = () => workshop.em.count(OutboxEvent, { publishedAt: null });
    const hasTitles = (count: number) => eventually(async () => (await titles()).length >= count);
    const failures = () => workshop.em.find(InboxFailure, {}, { orderBy: { number: 'asc' } });

    it('brings each event once, in order, though the relay died between publishing and marking', async () => {
      const dying = open();
      const publish = dying.publish.bind(dying);
      let deaths = 0;
      dying.publish = async (events) => {
        await publish(events.slice(0, 60));
        if (deaths++ < 2) throw new Error('The relay dies here.');
        await publish(events);
      };
      await recordSome(numbered(150));
      relay(dying);
      await consume();
      await hasTitles(150);

      expect(await titles()).toEqual(numbered(150));
      expect(await failures()).toEqual([]);
      expect((await log.read(0n, 1000)).map(({ event }) => event.data)).toEqual(
        numbered(150).map((title) => ({ title })),
      );
    });

    it('keeps the order of each entity, however many publish', async () => {
      const publishers = Array.from({ length: 4 }, (_, i) => `Order_${i}`);
      await Promise.all(
        publishers.map(async (subject) => {
          const publisher = open();
          for (let step = 0; step < 60; step += 6) {
            const steps = Array.from({ length: 6 }, (_, i) => step + i);
            await publisher.publish(steps.map((step) => cloudEvent({ type: TYPE, subject, data: { step } })));
          }
        }),
      );

      const read = await log.read(0n, 1000);
      for (const subject of publishers) {
        const steps = read.filter(({ event }) => event.subject === subject).map(({ event }) => event.data);
        expect(steps).toEqual(Array.from({ length: 60 }, (_, step) => ({ step })));
      }
    });

    it('goes on from its position after a break, of the reader and of the log', async () => {
      await log.publish(numbered(10, 'saw').map(ordered));
      const first = await consume();
      await hasTitles(10);
      await first.stop();
      await log.publish(numbered(10, 'plane').map(ordered));
      await under.takeAway();
      await under.giveBack();
      const asked: bigint[] = [];
      const reading = open();
      const read = reading.read.bind(reading);
      reading.read = (after, limit) => {
        asked.push(after);
        return read(after, limit);
      };
      await consume(undefined, reading);
      await hasTitles(20);

      expect(asked[0]).toBe((await open().read(0n, 10)).at(-1)?.position);
      expect(await titles()).toEqual([...numbered(10, 'saw'), ...numbered(10, 'plane')]);
      expect(await failures()).toEqual([]);
    });

    it('holds up neither publishers nor other readers for a slow consumer, which misses nothing', async () => {
      const slow = await consume(() => new Promise((resolve) => setTimeout(resolve, 20)));
      for (let i = 0; i < 15; i++) await log.publish(numbered(10, `nail ${i}`).map(ordered));
      expect(await open().read(0n, 1000)).toHaveLength(150);
      const slowHas = (await titles()).length;
      await hasTitles(150);
      await slow.stop();

      expect(slowHas).toBeLessThan(150);
      expect(await titles()).toEqual(Array.from({ length: 15 }, (_, i) => numbered(10, `nail ${i}`)).flat());
    });

    it('delivers all, once and in order, through a log that goes away and comes back', async () => {
      relay();
      await consume();
      await recordSome(numbered(20, 'before'));
      await hasTitles(5);
      await under.takeAway();
      await recordSome(numbered(20, 'while'));
      await new Promise((resolve) => setTimeout(resolve, 700));
      expect(await unpublished()).toBeGreaterThan(0);
      await under.giveBack();
      await recordSome(numbered(20, 'after'));
      await hasTitles(60);

      expect(await titles()).toEqual([...numbered(20, 'before'), ...numbered(20, 'while'), ...numbered(20, 'after')]);
      expect(await failures()).toEqual([]);
      expect(await log.read(0n, 1000)).toHaveLength(60);
    });

    it('sets a poison event aside with its reason, and goes on', async () => {
      const poison = ordered(7);
      await log.publish([ordered('saw'), poison, ordered('plane')]);
      await consume();
      await hasTitles(2);

      expect(await titles()).toEqual(['saw', 'plane']);
      expect(await failures()).toEqual([
        expect.objectContaining({ event: poison, reason: expect.stringContaining('expected string, received number') }),
      ]);
    });
  });
}
