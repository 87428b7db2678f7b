import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { log } from '../log/log.ts';
import type { CloudEvent } from './cloud-event.ts';
import type { Consumer } from './consumer.ts';
import { type EventLog, type PositionedEvent, PositionLost } from './event-log.ts';
import { HandOverFailed, handOver, isFirst } from './hand-over.ts';
import { InboxFailure, InboxPosition } from './inbox.ts';
import { startLoop } from './loop.ts';

const BATCH = 100;
const ATTEMPTS = 3;
const PAUSE_MS = 200;

export interface ConsumeOptions {
  /** The subgraph's name. */
  name: string;
  em: EntityManager;
  consumers: Consumer[];
  log: EventLog;
}

/** Reads the log from the stored position on, and hands each event to its consumers, in the order of the log. */
export async function startConsuming(options: ConsumeOptions): Promise<{ stop(): Promise<void> }> {
  const loop = startLoop({
    name: `${options.name}, consumers`,
    pass: (signal) => asSystem(() => consumeAll(options, signal)),
  });
  const stopWaking = await options.log.onNew(loop.wake);
  return {
    stop: async () => {
      await loop.stop();
      await stopWaking();
    },
  };
}

async function consumeAll(options: ConsumeOptions, signal: AbortSignal): Promise<void> {
  const { em, consumers, log } = options;
  const isConsumed = ({ event }: PositionedEvent): boolean => consumers.some(({ type }) => type === event.type);
  while (!signal.aborted) {
    const events = await readOn(options);
    const last = events.at(-1);
    if (!last) return;
    for (const one of events.filter(isConsumed)) {
      if (signal.aborted) return;
      await take(options, one);
    }
    if (!isConsumed(last)) await moveTo(em.fork(), log, last.position);
  }
}

/** Reads what is next. A subgraph that was away for longer than the log keeps keeps a note of that, and goes on. */
async function readOn({ em: root, log }: ConsumeOptions): Promise<PositionedEvent[]> {
  const em = root.fork();
  const stored = await em.findOne(InboxPosition, { log: log.name });
  try {
    return await log.read(stored?.position ?? 0n, BATCH);
  } catch (error) {
    if (!(error instanceof PositionLost)) throw error;
    await em.transactional(async (em) => {
      if (stored) await setAside(em, null, error.message); // one that never read has missed nothing
      await moveTo(em, log, error.oldest - 1n);
    });
    return log.read(error.oldest - 1n, BATCH);
  }
}

/**
 * Sees to it that an event has its effect, or is set aside. No event is blamed for a database that is away: then the
 * next attempt does not even begin, nor can the failure be noted, so this throws, and the loop waits.
 */
async function take({ em: root, consumers, log }: ConsumeOptions, { position, event }: PositionedEvent): Promise<void> {
  const move = (em: EntityManager): Promise<void> => moveTo(em, log, position);
  for (let attempt = 1; ; attempt++) {
    try {
      return await handOver(root, consumers, event, move);
    } catch (error) {
      if (!(error instanceof HandOverFailed)) throw error;
      if (!error.forGood && attempt < ATTEMPTS) {
        await sleep(PAUSE_MS * attempt);
        continue;
      }
      return root.fork().transactional(async (em) => {
        if (await isFirst(em, event)) await setAside(em, event, error.message);
        await move(em);
      });
    }
  }
}

async function setAside(em: EntityManager, event: CloudEvent | null, reason: string): Promise<void> {
  await em.persist(Object.assign(new InboxFailure(), { event, reason })).flush();
  if (event) log.warn('an event is set aside; its inbox says why', { eventType: event.type, eventId: event.id });
  else log.warn('events were missed while this was away; its inbox says which', { subgraph: em.name });
}

async function moveTo(em: EntityManager, log: EventLog, position: bigint): Promise<void> {
  await em.upsert(InboxPosition, { log: log.name, position });
}
