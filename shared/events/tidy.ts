import type { EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { type Loop, startLoop } from './loop.ts';

const DAY_MS = 86_400_000;

/** Much longer than a log keeps events, so that what comes again is still known. */
const KEPT_DAYS = 90;

/** Forgets, now and daily, events that left the outbox or entered the inbox long ago; failures stay for somebody to see. */
export const startTidying = (name: string, em: EntityManager): Loop =>
  startLoop({ name: `${name}, events`, every: DAY_MS, pass: () => asSystem(() => tidy(em)) });

export async function tidy(em: EntityManager): Promise<void> {
  await em.fork().execute('delete from outbox where published_at < now() - make_interval(days => ?)', [KEPT_DAYS]);
  await em.fork().execute('delete from inbox where time < now() - make_interval(days => ?)', [KEPT_DAYS]);
}
