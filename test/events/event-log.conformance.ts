import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventLog, PositionedEvent } from '../../shared/events/event-log.ts';
import { PositionLost } from '../../shared/events/event-log.ts';
import { cloudEvent } from '../kit/events.ts';
import { eventually } from '../kit/hub.ts';

/** An empty log, and what a test does to it from outside. */
export interface LogUnderTest {
  /** Opens it once more, as another process would. */
  open(): EventLog;
  /** Forgets everything up to and with the position, as retention would. */
  forget(through: bigint): Promise<void>;
  /** Cuts it off from all its clients. */
  takeAway(): Promise<void>;
  giveBack(): Promise<void>;
}

const event = (subject: string) => cloudEvent({ type: 'hub.somewhere.happened.v1', subject, data: { of: subject } });
const many = (count: number, name = 'Thing') => Array.from({ length: count }, (_, i) => event(`${name}_${i}`));
const eventsOf = (read: PositionedEvent[]) => read.map(({ event }) => event);

/** What every implementation of the log promises. */
export function describeEventLog(name: string, make: () => Promise<LogUnderTest>): void {
  describe(name, () => {
    let under: LogUnderTest;
    let log: EventLog;
    const opened: EventLog[] = [];
    const open = (): EventLog => {
      const one = under.open();
      opened.push(one);
      return one;
    };
    const closeAll = () => Promise.all(opened.splice(0).map((one) => one.close()));
    beforeEach(async () => {
      await closeAll();
      under = await make();
      log = open();
    });
    afterAll(closeAll);

    it('gives back what was published, as it was and in order', async () => {
      const events = many(20);
      await log.publish(events.slice(0, 1));
      await log.publish(events.slice(1));

      const read = await open().read(0n, 100);

      expect(eventsOf(read)).toEqual(events);
      expect(read.every(({ position }, i) => position > (read[i - 1]?.position ?? 0n))).toBe(true);
    });

    it('reads on from any position, and no more than was asked for', async () => {
      const events = many(9);
      await log.publish(events);
      const all = await log.read(0n, 100);

      for (const [i, { position }] of all.entries()) {
        expect(eventsOf(await log.read(position, 3))).toEqual(events.slice(i + 1, i + 4));
      }
    });

    it('says which position is the newest, also of what it has forgotten', async () => {
      expect(await log.newest()).toBe(0n);
      await log.publish(many(3));
      const [, , last] = await log.read(0n, 100);
      expect(await open().newest()).toBe(last?.position);

      await under.forget(last?.position ?? 0n);
      expect(await log.newest()).toBe(last?.position);
    });

    it('stores an event once, however often and by however many it is published', async () => {
      const events = many(5);
      await Promise.all([log, open(), open()].map((one) => one.publish([...events, ...events])));
      await log.publish(events);

      expect(eventsOf(await log.read(0n, 100)).toSorted(bySubject)).toEqual(events);
    });

    it('never shows an event behind one that a reader has seen', async () => {
      const batch = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(fc.array(batch, { minLength: 2, maxLength: 5 }), async (publishers) => {
          const start = (await log.read(0n, 100_000)).at(-1)?.position ?? 0n;
          const seen: PositionedEvent[] = [];
          const readOn = async (): Promise<void> => {
            seen.push(...(await log.read(seen.at(-1)?.position ?? start, 7)));
          };
          let publishing = true;
          const reader = (async () => {
            while (publishing) await readOn();
          })();

          await Promise.all(
            publishers.map(async (sizes) => {
              const publisher = open();
              for (const size of sizes) await publisher.publish(many(size));
              await publisher.close();
              opened.splice(opened.indexOf(publisher), 1);
            }),
          );
          publishing = false;
          await reader;
          const published = publishers.flat().reduce((sum, size) => sum + size, 0);
          for (let last = -1; last !== seen.length; ) {
            last = seen.length;
            await readOn();
          }

          expect(seen).toHaveLength(published);
        }),
        { numRuns: 10 },
      );
    });

    it('wakes a reader when there is something new, until it wants no more', async () => {
      let woken = 0;
      const stop = await log.onNew(() => woken++);
      const early = woken;
      await open().publish(many(1));
      await eventually(() => woken > early, 5);

      await stop();
      const before = woken;
      await log.publish(many(1));
      await new Promise((resolve) => setTimeout(resolve, 300));

      expect(woken).toBe(before);
    });

    it('tells a reader plainly that what it has not read yet is not kept any more', async () => {
      await log.publish(many(10));
      const all = await log.read(0n, 100);
      const [third, fourth, fifth] = [all[2], all[3], all[4]].map((one) => one?.position ?? 0n) as [
        bigint,
        bigint,
        bigint,
      ];
      await under.forget(fourth);

      const lost = await log.read(third, 10).catch((error) => error);
      expect(lost).toBeInstanceOf(PositionLost);
      expect(lost).toMatchObject({ position: third, message: expect.stringContaining(`position ${third}`) });
      expect(lost.oldest).toBeGreaterThan(fourth);
      expect(lost.oldest).toBeLessThanOrEqual(fifth);
      expect(await log.read(fourth, 10)).toEqual(all.slice(4));
      expect(await log.read(lost.oldest - 1n, 10)).toEqual(all.slice(4));
    });

    it('goes on counting where everything was forgotten', async () => {
      await log.publish(many(3));
      const last = (await log.read(0n, 100)).at(-1)?.position ?? 0n;
      await under.forget(last);
      expect(await log.read(last, 10)).toEqual([]);

      await log.publish(many(1));

      expect(await log.read(last, 10)).toHaveLength(1);
    });

    it('tells a reader that comes from another log', async () => {
      await log.publish(many(3));
      const last = (await log.read(0n, 100)).at(-1)?.position ?? 0n;

      await expect(log.read(last + 1000n, 10)).rejects.toThrow(PositionLost);
    });

    it('fails while it is away, and works and wakes again when it is back', async () => {
      let woken = 0;
      const stop = await log.onNew(() => woken++);
      await under.takeAway();
      await expect(log.publish(many(1))).rejects.toThrow();
      await expect(log.read(0n, 1)).rejects.not.toThrow(PositionLost);

      await under.giveBack();
      await log.publish(many(2));
      await eventually(async () => {
        const before = woken;
        await log.publish(many(1));
        await new Promise((resolve) => setTimeout(resolve, 50));
        return woken > before;
      });
      await stop();

      expect((await log.read(0n, 2)).length).toBe(2);
    });
  });
}

const bySubject = (a: { subject: string }, b: { subject: string }): number => (a.subject < b.subject ? -1 : 1);
