import type { ServerResponse } from 'node:http';
import { Unanswered } from '../engine/unanswered.ts';

/** Ends the work for a request before it is done: when its client hangs up, or when its time is over. */
export class RequestEnd {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  /** @param response - none where the transport itself knows when its client goes */
  constructor(response?: ServerResponse) {
    response?.once('close', () => {
      if (!response.writableEnded) this.cancel();
    });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  cancel(): void {
    this.#end('CANCELLED', 'The client hung up.');
  }

  after(milliseconds: number): void {
    this.#timer = setTimeout(() => {
      this.#end('DEADLINE_EXCEEDED', `The whole request took longer than ${milliseconds} ms.`);
    }, milliseconds);
  }

  /** The answer is ready: time does not matter any more. */
  release(): void {
    clearTimeout(this.#timer);
  }

  #end(code: 'CANCELLED' | 'DEADLINE_EXCEEDED', message: string): void {
    this.#controller.abort(new Unanswered(code, message, false));
  }
}
