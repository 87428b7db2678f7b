import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import { Unanswered } from '../engine/unanswered.ts';

/** What a subgraph answers is held in memory as a whole. */
export const LARGEST_ANSWER = 64 * 1024 * 1024;

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
}

/** Posts and reads the whole answer; throws, and closes the connection, when it is too late, too large or called off. */
export function post(dispatcher: Dispatcher, { path, headers, body, until, signal }: Posting): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const exchange = new Exchange(resolve, reject, until, signal);
    dispatcher.dispatch({ method: 'POST', path, headers, body, headersTimeout: 0, bodyTimeout: 0 }, exchange);
  });
}

/** One request and its answer: all that can end it early is in one place. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answered: Answered) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #signal: AbortSignal | undefined;
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
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#signal = signal;
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
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length;
    if (this.#size <= LARGEST_ANSWER) this.#chunks.push(chunk);
    else this.#stop(new Error(`The answer is larger than ${LARGEST_ANSWER} bytes.`));
  }

  onResponseEnd(): void {
    this.#release();
    this.#resolve({ status: this.#status, headers: this.#headers, text: textOf(this.#chunks) });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#release();
    this.#reject(error);
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
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#cancel);
  }
}

function textOf(chunks: Buffer[]): string {
  const [first] = chunks;
  const text = (first && chunks.length === 1 ? first : Buffer.concat(chunks)).toString();
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
