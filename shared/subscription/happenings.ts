import { setTimeout as sleep } from 'node:timers/promises';
import { GraphQLError } from 'graphql';
import { type PositionedEvent, PositionLost } from '../events/event-log.ts';
import type { LogTail } from '../events/log-tail.ts';

const PAUSE_MS = 1000;

/** Of some events those that a subscriber wants to hear of. */
export type Choice = (events: PositionedEvent[]) => Promise<Set<PositionedEvent>>;

/** The log of events as one subscription reads it, until its signal is aborted. */
export class Happenings {
  readonly #tail: LogTail | undefined;
  readonly #from: bigint | null;
  readonly #signal: AbortSignal;
  #position = 0n;

  /** @param from - the position that the request names; it counts more than the field's `after` */
  constructor(tail: LogTail | undefined, from: bigint | null, signal: AbortSignal) {
    this.#tail = tail;
    this.#from = from;
    this.#signal = signal;
  }

  /** All that was to be told of up to here is told. */
  get position(): bigint {
    return this.#position;
  }

  /** Each event of these types behind a position once, in the order of the log. Refuses a position that the log does not keep. */
  async of(
    types: readonly string[],
    after: bigint | null | undefined,
    choice?: Choice,
  ): Promise<AsyncIterable<PositionedEvent>> {
    const tail = this.#tail;
    if (!tail) throw notLive();
    this.#position = this.#from ?? after ?? (await tail.position(this.#signal));
    await this.#patiently(() => tail.assertKept(this.#position, this.#signal));
    return this.#read(tail, new Set(types), choice);
  }

  async *#read(tail: LogTail, types: Set<string>, choice: Choice | undefined): AsyncGenerator<PositionedEvent> {
    for (;;) {
      const events = await this.#patiently(() => tail.next(this.#position, this.#signal));
      const ofTypes = events.filter(({ event }) => types.has(event.type));
      const chosen = choice && ofTypes.length > 0 ? await choice(ofTypes) : new Set(ofTypes);
      for (const one of events) {
        if (chosen.has(one)) yield one;
        this.#position = one.position;
      }
    }
  }

  /** A log that is away delays, and loses nothing. */
  async #patiently<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await read();
      } catch (error) {
        if (error instanceof PositionLost) throw lost(error);
        this.#signal.throwIfAborted();
        await sleep(PAUSE_MS, undefined, { signal: this.#signal });
      }
    }
  }
}

const notLive = (): GraphQLError =>
  new GraphQLError(
    'This subgraph hears of no events: it runs without EVENTS_URL. Start it with one, or ask for the list now and then.',
    { extensions: { code: 'NO_EVENT_LOG' } },
  );

const lost = ({ message, oldest }: PositionLost): GraphQLError =>
  new GraphQLError(`${message} Read anew what you show, and subscribe without a position.`, {
    extensions: { code: 'POSITION_LOST', oldest: String(oldest) },
  });
