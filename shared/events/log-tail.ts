import type { EventLog, PositionedEvent } from './event-log.ts';
import { PositionLost } from './event-log.ts';
import { type Loop, startLoop } from './loop.ts';

const BATCH = 100;
/** So many of the newest events are in memory for all who read them at the same time. */
const KEPT = 1000;

/** The end of the log as it grows, read once for all who follow it in this process. */
export class LogTail {
  readonly #log: EventLog;
  readonly #loop: Loop;
  readonly #stopListening: Promise<() => Promise<void>>;
  #recent: PositionedEvent[] = [];
  /** `#recent` is all that is behind this position. */
  #start: bigint | undefined;
  #position = 0n;
  #readAt = Number.NEGATIVE_INFINITY;
  #round = 0;
  #waiting = new Set<() => void>();

  /** @param name - who speaks in the log of the process */
  constructor(log: EventLog, name: string) {
    this.#log = log;
    this.#loop = startLoop({ name, pass: (signal) => this.#read(signal) });
    this.#stopListening = log.onNew(this.#loop.wake);
  }

  /** The position up to which the log is read; waits where it could not be read yet. */
  async position(signal?: AbortSignal): Promise<bigint> {
    while (this.#start === undefined) await this.#change(this.#round, signal);
    return this.#position;
  }

  /** The position up to which the log is read; undefined where it could not be read yet. */
  get end(): bigint | undefined {
    return this.#start === undefined ? undefined : this.#position;
  }

  /** For how many milliseconds something may have been missed: those since the last reading up to the log's end began. */
  get age(): number {
    return performance.now() - this.#readAt;
  }

  /** Throws PositionLost where what comes behind the position cannot be told. */
  async assertKept(after: bigint, signal?: AbortSignal): Promise<void> {
    const position = await this.position(signal);
    if (this.#start !== undefined && after >= this.#start && after <= position) return;
    await this.#log.read(after, 1);
  }

  /**
   * What comes behind a position, in order; waits where nothing does. Throws PositionLost as the log does, and the
   * signal's reason when it is aborted.
   */
  async next(after: bigint, signal?: AbortSignal): Promise<PositionedEvent[]> {
    for (;;) {
      signal?.throwIfAborted();
      const round = this.#round;
      if (this.#start !== undefined && after >= this.#start && after <= this.#position) {
        const events = this.#recent.slice(this.#recent.findLastIndex(({ position }) => position <= after) + 1);
        if (events.length > 0) return events;
      } else if (this.#start !== undefined) {
        const events = await this.#log.read(after, BATCH);
        if (events.length > 0) return events;
      }
      await this.#change(round, signal);
    }
  }

  /** The log itself stays open. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    await (await this.#stopListening)();
  }

  async #read(signal: AbortSignal): Promise<void> {
    if (this.#start === undefined) this.#beginAt(await this.#log.newest());
    while (!signal.aborted) {
      const began = performance.now();
      const events = await this.#readOn();
      if (events.length < BATCH) this.#readAt = began;
      const last = events.at(-1);
      if (!last) return;
      this.#recent.push(...events);
      this.#position = last.position;
      if (this.#recent.length > KEPT) {
        const dropped = this.#recent.splice(0, this.#recent.length - KEPT);
        this.#start = dropped.at(-1)?.position;
      }
      this.#wake();
    }
  }

  /** Where the log is another one, or has forgotten what was next, it is followed from where it begins. */
  async #readOn(): Promise<PositionedEvent[]> {
    try {
      return await this.#log.read(this.#position, BATCH);
    } catch (error) {
      if (!(error instanceof PositionLost)) throw error;
      this.#beginAt(error.oldest - 1n);
      return [];
    }
  }

  #beginAt(position: bigint): void {
    this.#recent = [];
    this.#start = position;
    this.#position = position;
    this.#wake(); // whoever waits behind a position that is gone must hear so
  }

  #wake(): void {
    this.#round++;
    const waiting = this.#waiting;
    this.#waiting = new Set();
    for (const go of waiting) go();
  }

  /** Waits until there is something new since the round. */
  #change(since: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (this.#round !== since) return resolve();
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.#waiting.delete(go);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.add(go);
    });
  }
}
