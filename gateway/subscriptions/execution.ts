import type { ExecutionResult } from 'graphql';
import type { Subscription } from '../engine/subscription.ts';
import { Unanswered } from '../engine/unanswered.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';

/** One event on its way to its answer. It ends in time, with what has come, whatever a partner does. */
export class Execution {
  readonly result: Promise<ExecutionResult | string>;
  readonly #control = new AbortController();

  /** @param deadline - in milliseconds */
  constructor(subscription: Subscription<GatewayContext>, event: unknown, context: GatewayContext, deadline: number) {
    const late = new Unanswered('DEADLINE_EXCEEDED', `An event took longer than ${deadline} ms.`, false);
    const timer = setTimeout(() => this.#control.abort(late), deadline);
    const request = { context, signal: this.#control.signal };
    this.result = subscription.answer(event, request).finally(() => clearTimeout(timer));
  }

  cancel(): void {
    this.#control.abort(new Unanswered('CANCELLED', 'Nobody is subscribed any more.', false));
  }
}
