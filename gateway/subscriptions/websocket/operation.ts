import { type ExecutionArgs, type GraphQLFormattedError, OperationTypeNode } from 'graphql';
import type { Context } from 'graphql-ws';
import { log } from '../../../shared/log/log.ts';
import type { GraphQLOverHttp } from '../../graphql-over-http/answer-graphql.ts';
import { textOf } from '../../graphql-over-http/answered.ts';
import { HttpProblem } from '../../graphql-over-http/http-problem.ts';
import type { Asked } from '../../graphql-over-http/questions.ts';
import { RequestEnd } from '../../graphql-over-http/request-end.ts';
import type { GatewayContext } from '../../subgraph-client/send-signed.ts';
import type { Answer } from '../answer.ts';
import { mistake } from '../endings.ts';
import type { Subscriber } from '../subscriber.ts';
import type { Subscribed, Subscriptions } from '../subscriptions.ts';
import type { Connection } from './connection.ts';

export type WsContext = Context<Record<string, unknown> | undefined, Connection>;

/** What an operation over WebSocket is run with; it goes through the library as the context of the execution. */
export interface Message {
  ctx: WsContext;
  id: string;
  asked: Asked;
  context: GatewayContext;
  http: GraphQLOverHttp<GatewayContext>;
}

/**
 * One operation of a connection. The library keeps the protocol; the messages with answers are written here, around a
 * text that many share, so the library is given a generator that never yields and ends when the operation does.
 */
export class Operation implements Subscriber {
  readonly #message: Message;
  readonly #subscriptions: Subscriptions;
  readonly #head: string;
  readonly #end = new RequestEnd();
  #subscribed: Subscribed | undefined;
  #isOver = false;
  #tellOver: () => void = () => {};

  constructor(message: Message, subscriptions: Subscriptions) {
    this.#message = message;
    this.#subscriptions = subscriptions;
    this.#head = `{"id":${JSON.stringify(message.id)},"type":"next","payload":`;
  }

  /** Begins, and gives what the library waits on. */
  start(): AsyncGenerator<never, void, void> {
    const over = new Promise<never[]>((resolve) => {
      this.#tellOver = () => resolve([]);
    });
    void this.#run().catch((error) => {
      if (error instanceof HttpProblem) return this.end([error.toError().toJSON()]);
      log.mistake(error, { requestId: this.#message.context.request?.id });
      this.end([mistake()]);
    });
    const quiet = untilOver(over);
    // A generator's own `return` would wait for what it waits for.
    quiet.return = async () => {
      this.#stop();
      return { done: true, value: undefined };
    };
    return quiet;
  }

  next(answer: Answer): void {
    this.#send(answer.text);
  }

  end(errors: readonly GraphQLFormattedError[]): void {
    if (this.#isOver) return;
    const { ctx, id } = this.#message;
    if (errors.length > 0) {
      ctx.extra.send(JSON.stringify({ id, type: 'error', payload: errors }));
      delete (ctx.subscriptions as Record<string, unknown>)[id]; // an error ends it: the library sends no `complete`
    }
    this.#stop();
  }

  backlog(): number {
    return this.#message.ctx.extra.backlog();
  }

  async #run(): Promise<void> {
    const { ctx, asked, context, http } = this.#message;
    if (asked.kind === OperationTypeNode.SUBSCRIPTION) {
      const others = Object.keys(ctx.subscriptions).length - 1;
      const { source, operationName, variables, cost } = asked;
      http.questions.charge(cost, context);
      const wish = { source, operationName, variables };
      const subscribed = await this.#subscriptions.subscribe(wish, context, this, others);
      if (!('leave' in subscribed)) return this.end(subscribed);
      this.#subscribed = subscribed;
      if (this.#isOver) subscribed.leave();
      return;
    }
    const request = { method: 'POST', headers: ctx.extra.request.headers };
    const answered = await http.run(asked, request, context, this.#end).finally(() => this.#end.release());
    const { result } = answered;
    if (typeof result === 'object' && !Buffer.isBuffer(result) && !('data' in result)) {
      return this.end((result.errors ?? []).map((error) => error.toJSON()));
    }
    this.#send(textOf(answered));
    this.end([]);
  }

  #send(text: string): void {
    if (!this.#isOver) this.#message.ctx.extra.send(`${this.#head}${text}}`);
  }

  #stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#end.cancel();
    this.#subscribed?.leave();
    this.#tellOver();
  }
}

export const startOperation = ({ contextValue }: ExecutionArgs, subscriptions: Subscriptions) =>
  new Operation(contextValue as Message, subscriptions).start();

async function* untilOver(over: Promise<never[]>): AsyncGenerator<never, void, void> {
  yield* await over;
}
