import { type EventSourceMessage, EventSourceParserStream } from 'eventsource-parser/stream';

const PATIENCE_MS = 15_000;

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
type Result = Record<string, any>;

/** Reads a stream of server-sent events one by one. */
export class EventReader {
  readonly #events: AsyncIterator<EventSourceMessage>;
  readonly #leaving: AbortController;

  private constructor(events: AsyncIterator<EventSourceMessage>, leaving: AbortController) {
    this.#events = events;
    this.#leaving = leaving;
  }

  static async open(url: string, init: RequestInit): Promise<EventReader> {
    const leaving = new AbortController();
    const response = await fetch(url, { ...init, signal: leaving.signal });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body)
      throw new Error(`${response.status}: ${await response.text()}`);
    const events = response.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    return new EventReader(events[Symbol.asyncIterator](), leaving);
  }

  /** The next event of the stream; null where it has ended. */
  async event(): Promise<EventSourceMessage | null> {
    const late = setTimeout(() => this.#leaving.abort(new Error('No event came.')), PATIENCE_MS);
    const { value, done } = await this.#events.next().finally(() => clearTimeout(late));
    return done ? null : value;
  }

  /** The next result; positions are passed by. */
  async result(): Promise<Result> {
    for (;;) {
      const event = await this.event();
      if (!event) throw new Error('The stream has ended.');
      if (event.event === 'next') return JSON.parse(event.data);
    }
  }

  async results(count: number): Promise<Result[]> {
    const results: Result[] = [];
    while (results.length < count) results.push(await this.result());
    return results;
  }

  close(): void {
    this.#leaving.abort();
  }
}
