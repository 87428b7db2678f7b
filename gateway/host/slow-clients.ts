import type { Server, ServerOptions, ServerResponse } from 'node:http';

/** What a client may take of time and connections; times in milliseconds. */
export interface ClientLimits {
  /** Until its headers are here. */
  headers: number;
  /** Until its body is here, too. */
  request: number;
  /** Between two requests over one connection. */
  idle: number;
  /** Until it has taken what was written for it. */
  answer: number;
  /** Above those that may subscribe, each over a connection of its own. */
  connections: number;
  requestsPerConnection: number;
  /** How many headers a request may have. */
  headerCount: number;
}

export const CLIENT_LIMITS: ClientLimits = {
  headers: 10_000,
  request: 120_000,
  idle: 10_000,
  answer: 60_000,
  connections: 60_000,
  requestsPerConnection: 10_000,
  headerCount: 100,
};

/** Node looks for clients that are too slow so many times while one may be slow; by itself, each half minute. */
const LOOKS = 5;

export const serverOptionsFor = ({ headers, request, idle }: ClientLimits): ServerOptions => ({
  headersTimeout: headers,
  requestTimeout: request,
  keepAliveTimeout: idle,
  connectionsCheckingInterval: Math.ceil(headers / LOOKS),
});

/** Bounds how many ask, and how much over one connection. */
export function limitClients(server: Server, limits: ClientLimits): void {
  server.maxHeadersCount = limits.headerCount;
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
}

/** An answer is in memory until its client has read it: each has so long for what is written for it, a whole answer or a part of a file. */
export class SlowReaders {
  /** What each had taken when it was last seen to take something, and when that was. */
  readonly #seen = new Map<ServerResponse, { taken: number; at: number }>();
  readonly #patience: number;
  readonly #timer: NodeJS.Timeout;

  /** @param patience - milliseconds */
  constructor(patience: number) {
    this.#patience = patience;
    this.#timer = setInterval(() => this.#look(), Math.ceil(patience / LOOKS)).unref();
  }

  /** Hangs up where what is written waits too long. */
  watch(response: ServerResponse): void {
    this.#seen.set(response, { taken: 0, at: performance.now() });
    response.once('close', () => this.#seen.delete(response));
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    for (const [response, seen] of this.#seen) {
      const waiting = response.writableLength;
      const taken = (response.socket?.bytesWritten ?? 0) - waiting;
      if (waiting === 0 || taken !== seen.taken) this.#seen.set(response, { taken, at: now });
      else if (now - seen.at > this.#patience) response.destroy();
    }
  }
}
