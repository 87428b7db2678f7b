import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** A stream of server-sent events that waits for its reader: what is not read is not collected. */
export class EventStream {
  readonly #response: ServerResponse;
  readonly #signal: AbortSignal;

  /** @param signal - aborted when nobody reads any more */
  constructor(response: ServerResponse, signal: AbortSignal) {
    this.#response = response;
    this.#signal = signal;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'close', // it is not used again, and must not keep the process from ending
    });
    response.flushHeaders();
  }

  /** Whether the reader has not yet taken what was sent. */
  get isFull(): boolean {
    return this.#response.writableNeedDrain;
  }

  /** Resolves when the next event may be sent; throws where nobody reads any more. */
  async send(event: 'position' | 'next' | 'complete', data?: object, id?: bigint): Promise<void> {
    this.#signal.throwIfAborted();
    const lines = [
      `event: ${event}`,
      ...(id === undefined ? [] : [`id: ${id}`]),
      `data: ${data ? JSON.stringify(data) : ''}`,
    ];
    if (this.#response.write(`${lines.join('\n')}\n\n`)) return;
    await once(this.#response, 'drain', { signal: this.#signal });
  }
}
