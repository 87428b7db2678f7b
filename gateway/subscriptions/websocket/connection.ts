import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { Session } from '../../identity/identify.ts';
import type { TokenCode } from '../../identity/token-refused.ts';

/** Codes with which a connection is closed; with all but 4401 the clients of graphql-ws come back by themselves. */
export const CLOSED = {
  tokenUnknown: [4401, 'The token is not known'],
  tokenEnded: [4403, 'The token has ended'],
  tryLater: [1013, 'Try again later'],
  tooSlow: [4413, 'Too slow: more answers wait than may'],
  restart: [1012, 'Service restart'],
} as const;

/** How a connection is closed whose token is refused. */
export function closedFor(code: TokenCode): readonly [number, string] {
  if (code === 'TOKEN_EXPIRED') return CLOSED.tokenEnded;
  return code === 'ISSUER_UNREACHABLE' ? CLOSED.tryLater : CLOSED.tokenUnknown;
}

/** What waits for a client that is too slow may still reach it; then the connection goes. */
const LAST_WORDS_MS = 5_000;

/** One client's connection; what has been sent waits in it up to a limit. */
export class Connection {
  readonly request: IncomingMessage;
  /** Where the client is, as the host sees it. */
  address: string | undefined;
  #session: Session | undefined;
  readonly #socket: WebSocket;
  readonly #longestBacklog: number;
  readonly #onTooSlow: () => void;
  #isAlive = true;

  constructor(socket: WebSocket, request: IncomingMessage, longestBacklog: number, onTooSlow: () => void) {
    this.#socket = socket;
    this.request = request;
    this.#longestBacklog = longestBacklog;
    this.#onTooSlow = onTooSlow;
    socket.on('pong', () => {
      this.#isAlive = true;
    });
  }

  /** Known once the client has said hello. */
  get session(): Session | undefined {
    return this.#session;
  }

  /** From now on the connection ends with the session. */
  isOf(session: Session): void {
    this.#session = session;
    if (!this.isOpen) return; // it went while its token was verified
    const end = (): void => this.close(CLOSED.tokenEnded);
    if (session.ends?.aborted) end();
    session.ends?.addEventListener('abort', end);
    this.#socket.once('close', () => session.ends?.removeEventListener('abort', end));
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(text: string): void {
    if (!this.isOpen) return;
    this.#socket.send(text);
    if (this.backlog() <= this.#longestBacklog) return;
    this.#onTooSlow();
    this.close(CLOSED.tooSlow);
    setTimeout(() => this.#socket.terminate(), LAST_WORDS_MS).unref();
  }

  backlog(): number {
    return this.#socket.bufferedAmount;
  }

  /** Finds out whether the client is still there: who answered nothing since the last beat is not. */
  beat(): void {
    if (this.#isAlive && this.isOpen) this.#socket.ping();
    else this.#socket.terminate();
    this.#isAlive = false;
  }

  close([code, reason]: readonly [number, string]): void {
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }
}
