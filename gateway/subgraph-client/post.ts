import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Unanswered } from '../engine/unanswered.ts';

/** The subgraph can be reached and answers what is of no use; to ask again would bring the same. */
export class UselessAnswer extends Error {}

/** How many bytes one answer of a subgraph may have, and all of them that are being read; and how many these have now. */
export interface Room {
  answer: number;
  all: number;
  taken: number;
}

const HEADERS_READ = ['cache-control', 'hub-touched'] as const;
type HeaderRead = (typeof HEADERS_READ)[number];

export interface Answered {
  status: number;
  /** Of HEADERS_READ, those that came. */
  headers: Partial<Record<HeaderRead, string>>;
  text: string;
}

export interface Posting {
  path: string;
  /** Names and values in turn. */
  headers: string[];
  body: string;
  /** By the clock of `performance.now()`; undici's own timeouts, which a trickle of bytes renews, are off. */
  until: number;
  signal: AbortSignal | undefined;
  /** What the subgraph's answers may take in memory while they are being read. */
  room: Room;
}

/** Posts and reads the whole answer; throws, and closes the connection, when it is too late, too large or called off. */
export function post(dispatcher: Dispatcher, { path, headers, body, until, signal, room }: Posting): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(resolve, reject, until, signal, room);
    dispatcher.dispatch({ method: 'POST', path, headers, body, headersTimeout: 0, bodyTimeout: 0 }, exchange);
  });
}

/** One request and its answer: all that can end it early is in one place. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answered: Answered) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #signal: AbortSignal | undefined;
  readonly #room: Room;
  readonly #timer: NodeJS.Timeout;
  readonly #chunks: Buffer[] = [];
  #size = 0;
  #status = 0;
  #headers: Answered['headers'] = {};
  #controller: Dispatcher.DispatchController | undefined;
  #stopped: Error | undefined;

  constructor(
    resolve: (answered: Answered) => void,
    reject: (reason: unknown) => void,
    until: number,
    signal: AbortSignal | undefined,
    room: Room,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
    this.#room = room;
    this.#timer = setTimeout(this.#expire, until - performance.now());
    signal?.addEventListener('abort', this.#cancel);
  }

  /** May come long after the request was given up, when the connection was that slow to be made. */
  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stopped) controller.abort(this.#stopped);
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    for (const name of HEADERS_READ) {
      const value = headers[name];
      if (value !== undefined) this.#headers[name] = Array.isArray(value) ? value.join() : value;
    }
    // Nobody asked for it, and what a few bytes inflate to has no limit.
    const encoding = headers['content-encoding'];
    if (encoding) this.#stop(new UselessAnswer(`The answer is encoded as ${encoding}, which is not read.`));
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#stopped) return;
    this.#size += chunk.length;
    this.#room.taken += chunk.length;
    const { answer, all, taken } = this.#room;
    if (this.#size > answer) this.#stop(new UselessAnswer(`The answer is larger than ${answer} bytes.`));
    else if (taken > all) this.#stop(new UselessAnswer(`The answers under way are larger than ${all} bytes.`));
    else this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    this.#resolve({ status: this.#status, headers: this.#headers, text: textOf(this.#chunks) });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    const hasBegunToAnswer = this.#status > 0;
    const wasWritten = this.#controller !== undefined; // else the subgraph did nothing for sure
    this.#reject(hasBegunToAnswer ? error : new Unanswered('SUBGRAPH_UNAVAILABLE', reasonOf(error), wasWritten));
  }

  readonly #expire = (): void => {
    this.#stop(new Unanswered('DEADLINE_EXCEEDED', 'The answer did not come in time.', this.#controller !== undefined));
  };

  readonly #cancel = (): void => this.#stop(this.#signal?.reason);

  #stop(reason: Error): void {
    this.#release();
    this.#stopped = reason;
    this.#reject(reason);
    this.#controller?.abort(reason);
  }

  #release(): void {
    this.#room.taken -= this.#size;
    this.#size = 0;
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#cancel);
  }
}

function textOf(chunks: Buffer[]): string {
  const [first] = chunks;
  const text = (first && chunks.length === 1 ? first : Buffer.concat(chunks)).toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** An error of several addresses has its reasons inside. */
function reasonOf(error: Error): string {
  if (error instanceof AggregateError) return error.errors.map(({ message }) => message).join(', ');
  return error.message || String((error as NodeJS.ErrnoException).code);
}
