import { jetstream, jetstreamManager, type StoredMsg, type StreamAPI } from '@nats-io/jetstream';
import { headers, type NatsConnection, RequestError, type Subscription } from '@nats-io/transport-node';
import { log } from '../../log/log.ts';
import type { CloudEvent } from '../cloud-event.ts';
import { type EventLog, type PositionedEvent, PositionLost } from '../event-log.ts';
import { startLoop } from '../loop.ts';
import { STREAM } from './keep-stream.ts';
import { NatsLink, TIMEOUT_MS } from './nats-link.ts';
import { eventIn } from './stored-event.ts';

/** Outside of the stream: says that something was stored, as PostgreSQL's NOTIFY does. */
const STORED = 'hub-events.stored';

/** How many messages are asked for at a time. */
const WINDOW = 100;

const FORMAT = headers();
FORMAT.set('content-type', 'application/cloudevents+json');

/**
 * The log as a JetStream stream, which gives each message the next position. Readers ask by position and have no
 * consumer on the server: how far they are is known in one place, the database in which events have their effect.
 */
export class NatsEventLog implements EventLog {
  readonly name = 'nats';
  readonly #link: NatsLink;
  /** Up to where the process has said which messages are no events. */
  #told = 0n;

  constructor(url: string) {
    this.#link = new NatsLink(url);
  }

  /** One after the other: were a later one on its way already when an earlier one fails, their order would be lost. */
  async publish(events: CloudEvent[]): Promise<void> {
    const connection = await this.#link.connection();
    const stream = jetstream(connection, { timeout: TIMEOUT_MS });
    for (const event of events) {
      const options = { msgID: event.id, headers: FORMAT, expect: { streamName: STREAM } };
      await stream.publish(event.type, JSON.stringify(event), options).catch(explain);
    }
    connection.publish(STORED);
  }

  async read(after: bigint, limit: number): Promise<PositionedEvent[]> {
    const { streams } = await jetstreamManager(await this.#link.connection(), { checkAPI: false, timeout: TIMEOUT_MS });
    const last = await newestBehind(streams, after);
    const read: PositionedEvent[] = [];
    for (let at = after; at < last && read.length < limit; ) {
      const count = Math.min(WINDOW, limit - read.length, Number(last - at));
      const positions = Array.from({ length: count }, (_, i) => at + 1n + BigInt(i));
      const messages = await Promise.all(positions.map((seq) => streams.getMessage(STREAM, { seq: Number(seq) })));
      if (messages.includes(null)) await newestBehind(streams, after); // they may have become too old just now
      read.push(...messages.flatMap((message) => (message ? this.#positioned(message) : [])));
      at += BigInt(count);
    }
    return read;
  }

  async newest(): Promise<bigint> {
    const { streams } = await jetstreamManager(await this.#link.connection(), { checkAPI: false, timeout: TIMEOUT_MS });
    return BigInt((await streams.info(STREAM)).state.last_seq);
  }

  async onNew(wake: () => void): Promise<() => Promise<void>> {
    let listening: { on: NatsConnection; to: Subscription } | undefined;
    const listen = async (): Promise<void> => {
      const connection = await this.#link.connection();
      if (listening?.on === connection) return;
      listening = { on: connection, to: connection.subscribe(STORED, { callback: wake }) };
      await connection.flush();
      wake();
    };
    await listen().catch(() => undefined); // the loop goes on trying
    const loop = startLoop({ name: 'listener of the event log', pass: listen });
    return async () => {
      await loop.stop();
      listening?.to.unsubscribe();
    };
  }

  close(): Promise<void> {
    return this.#link.close();
  }

  /** What is no event is passed by, for nobody could ever handle it. */
  #positioned(message: StoredMsg): PositionedEvent[] {
    const position = BigInt(message.seq);
    const found = eventIn(message);
    if ('event' in found) return [{ position, event: found.event }];
    if (position > this.#told) {
      const { reason } = found;
      log.warn('a message of the event log is no event', { position: String(position), reason });
      this.#told = position;
    }
    return [];
  }
}

/** The library takes a missing stream for a missing JetStream. */
function explain(error: Error): never {
  if (!(error.cause instanceof RequestError && error.cause.isNoResponders())) throw error;
  throw new Error(
    `The NATS server of EVENTS_URL has no stream ${STREAM}: it is made when the hub starts (npm start).`,
    {
      cause: error,
    },
  );
}

/** The newest position, for a reader who is at `after` and has missed nothing. */
async function newestBehind(streams: StreamAPI, after: bigint): Promise<bigint> {
  const { state } = await streams.info(STREAM);
  const [oldest, newest] = [BigInt(Math.max(state.first_seq, 1)), BigInt(state.last_seq)];
  if (after < oldest - 1n || after > newest) throw new PositionLost(after, oldest, newest);
  return newest;
}
