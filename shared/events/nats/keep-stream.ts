import { JetStreamApiCodes, JetStreamApiError, jetstreamManager, type StreamAPI } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import type { KeepOptions } from '../keep-event-log.ts';
import { NatsLink, TIMEOUT_MS } from './nats-link.ts';

/** The stream that holds the log; each event has its type for a subject, and every type begins with `hub.`. */
export const STREAM = 'hub-events';
const SUBJECTS = ['hub.>'];

const DAY_MS = 86_400_000;

/** How long the server knows an event's id; what comes again later is stored again, and known to the inboxes. */
const DUPLICATES_MS = 3_600_000;

/** Makes the stream where there is none, and tells it how long to keep; replicas and limits are left as the operator set them. */
export async function keepStream({ url, retentionDays }: Pick<KeepOptions, 'url' | 'retentionDays'>): Promise<void> {
  const link = new NatsLink(url);
  const ageMs = Math.round(retentionDays * DAY_MS);
  const retention = { max_age: nanos(ageMs), duplicate_window: nanos(Math.min(ageMs, DUPLICATES_MS)) };
  try {
    const { streams } = await jetstreamManager(await link.connection(), { timeout: TIMEOUT_MS });
    if (await exists(streams)) await streams.update(STREAM, { subjects: SUBJECTS, ...retention });
    else await streams.add({ name: STREAM, subjects: SUBJECTS, ...retention });
  } finally {
    await link.close();
  }
}

async function exists(streams: StreamAPI): Promise<boolean> {
  try {
    await streams.info(STREAM);
    return true;
  } catch (error) {
    if (error instanceof JetStreamApiError && error.code === JetStreamApiCodes.StreamNotFound) return false;
    throw error;
  }
}
