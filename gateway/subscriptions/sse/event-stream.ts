import type { ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { Answer } from '../answer.ts';
import { tooSlow } from '../endings.ts';
import type { Subscriber } from '../subscriber.ts';
import type { Subscribed } from '../subscriptions.ts';

/** With data, for a browser's EventSource hands on nothing without. */
const COMPLETE = 'event: complete\ndata: {}\n\n';
/** A client that is too slow may still read why; then the connection goes, whether it did or not. */
const LAST_WORDS_MS = 5_000;

/** One client's stream of server-sent events: the protocol of graphql-sse, one operation for each connection. */
export class EventStream implements Subscriber {
  readonly #response: ServerResponse;
  readonly #longestBacklog: number;
  readonly #onTooSlow: () => void;
  #subscribed: Subscribed | undefined;
  #isOver = false;

  constructor(response: ServerResponse, longestBacklog: number, onTooSlow: () => void) {
    this.#response = response;
    this.#longestBacklog = longestBacklog;
    this.#onTooSlow = onTooSlow;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no', // a proxy is not to wait for more
      vary: 'accept',
    });
    response.write(':\n\n'); // some browsers take no notice of headers alone
  }

  get isOver(): boolean {
    return this.#isOver || this.#response.destroyed;
  }

  /** From now on the stream ends the subscription with itself. */
  isFor(subscribed: Subscribed): void {
    this.#subscribed = subscribed;
    if (this.isOver) subscribed.leave();
  }

  next(answer: Answer): void {
    if (this.isOver) return;
    this.#response.write(answer.frame);
    this.#checkBacklog();
  }

  end(errors: readonly GraphQLFormattedError[]): void {
    if (this.isOver) return;
    this.#isOver = true;
    if (errors.length > 0) this.#response.write(new Answer(JSON.stringify({ errors })).frame);
    this.#response.end(COMPLETE);
  }

  backlog(): number {
    return this.#response.writableLength;
  }

  /** A sign of life, with the position: a client that reconnects goes on there, even if it never got an answer. */
  beat(): void {
    if (this.isOver) return;
    const position = this.#subscribed?.position();
    this.#response.write(position === undefined ? ':\n\n' : `:\nid: ${position}\n\n`);
    this.#checkBacklog();
  }

  /** Asks the client to come back after so many milliseconds; without `complete`, it will. */
  sendAway(milliseconds: number): void {
    if (this.isOver) return;
    this.#isOver = true;
    this.#response.end(`retry: ${Math.round(milliseconds)}\n\n`);
  }

  closed(): void {
    this.#isOver = true;
    this.#subscribed?.leave();
  }

  #checkBacklog(): void {
    if (this.backlog() <= this.#longestBacklog) return;
    this.#subscribed?.leave();
    this.#onTooSlow();
    this.end([tooSlow()]);
    setTimeout(() => this.#response.destroy(), LAST_WORDS_MS).unref();
  }
}
