import { SYSTEM_SQL } from '../database/row-security/on-behalf.ts';
import { CLOUD_EVENT_COLUMNS, type CloudEventRow, toCloudEvent } from './cloud-event.ts';
import type { EventLog } from './event-log.ts';
import { ListeningConnection } from './listening-connection.ts';
import { startLoop } from './loop.ts';

const BATCH = 100;

/** It looks into the outbox each second, so one that has not done so for this long is stuck. */
const STILL_MS = 3000;

export interface Relay {
  /** Whether events get from the outbox to the log at this time. */
  isWorking(): boolean;
  stop(): Promise<void>;
}

export interface RelayOptions {
  /** The subgraph's name. */
  name: string;
  databaseUrl: string;
  log: EventLog;
}

/**
 * Publishes what is in the outbox, at least once: an event whose mark got lost is published again, and stored once.
 *
 * Events of one entity are published in the order in which they happened. Whoever changes an entity has read its
 * version, and PostgreSQL lets only one of two changes of the same version commit. So the later of two events was
 * recorded after the earlier was committed: it has the higher position, and is never visible without it. Of changes at
 * the same time to different entities, one that commits late may be published behind one with a higher position.
 */
export function startRelay({ name, databaseUrl, log }: RelayOptions): Relay {
  let workedAt = Number.NEGATIVE_INFINITY;
  const outbox = new ListeningConnection(databaseUrl, 'outbox', () => loop.wake());
  const loop = startLoop({
    name: `${name}, relay`,
    pass: async (signal) => {
      try {
        while (!signal.aborted && (await relayBatch(outbox, log)) > 0) workedAt = performance.now();
        workedAt = performance.now();
      } catch (error) {
        workedAt = Number.NEGATIVE_INFINITY;
        await outbox.close();
        throw error;
      }
    },
  });
  return {
    isWorking: () => performance.now() - workedAt < STILL_MS,
    stop: async () => {
      await loop.stop();
      await outbox.close();
    },
  };
}

/** Publishes and marks one batch; gives how many. The lock sees to it that of all relays of an outbox only one works. */
async function relayBatch(outbox: ListeningConnection, log: EventLog): Promise<number> {
  const client = await outbox.client();
  await client.query(`begin; ${SYSTEM_SQL}`);
  const { rows: locks } = await client.query(`select pg_try_advisory_xact_lock(hashtext('outbox relay')) as mine`);
  const { rows } = locks[0].mine
    ? await client.query<CloudEventRow & { position: string }>(
        `select position, ${CLOUD_EVENT_COLUMNS} from outbox where published_at is null order by position limit ${BATCH}`,
      )
    : { rows: [] };
  if (rows.length > 0) {
    await log.publish(rows.map(toCloudEvent));
    const positions = rows.map(({ position }) => position);
    await client.query('update outbox set published_at = now() where position = any($1)', [positions]);
  }
  await client.query('commit');
  return rows.length;
}
