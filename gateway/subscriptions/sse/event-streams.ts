import type { IncomingMessage, ServerResponse } from 'node:http';
import { OperationTypeNode } from 'graphql';
import Negotiator from 'negotiator';
import { refuse } from '../../../shared/http/json.ts';
import type { GraphQLOverHttp } from '../../graphql-over-http/answer-graphql.ts';
import { textOf } from '../../graphql-over-http/answered.ts';
import { HttpProblem } from '../../graphql-over-http/http-problem.ts';
import { OFFERED } from '../../graphql-over-http/media-type.ts';
import type { Read, ReadBody } from '../../graphql-over-http/questions.ts';
import { RequestEnd } from '../../graphql-over-http/request-end.ts';
import type { GatewayContext } from '../../subgraph-client/send-signed.ts';
import { Answer } from '../answer.ts';
import type { Heartbeat } from '../heartbeat.ts';
import type { Subscriptions } from '../subscriptions.ts';
import { EventStream } from './event-stream.ts';

const EVENTS = 'text/event-stream';
/** Clients that are sent away come back within ten seconds, and where they are many, at most so many each second. */
const BACK_EACH_SECOND = 1_000;

/** Whether a client takes events, at least for a subscription. */
export const takesEvents = ({ headers: { accept } }: IncomingMessage): boolean => accept?.includes(EVENTS) === true;

/** Whether a client would rather have events than one answer. */
const prefersEvents = ({ headers }: IncomingMessage): boolean =>
  new Negotiator({ headers }).mediaType([...OFFERED, EVENTS]) === EVENTS;

/** Answers GraphQL over server-sent events: subscriptions, and queries and mutations as one event. */
export class EventStreams {
  readonly #subscriptions: Subscriptions;
  readonly #heartbeat: Heartbeat;
  readonly #open = new Set<EventStream>();

  constructor(subscriptions: Subscriptions, heartbeat: Heartbeat) {
    this.#subscriptions = subscriptions;
    this.#heartbeat = heartbeat;
  }

  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    readBody: ReadBody,
    { http, context }: { http: GraphQLOverHttp<GatewayContext>; context: GatewayContext },
  ): Promise<void> {
    const isPreferred = prefersEvents(request);
    const asking = http.questions.ask(request, readBody, context);
    try {
      const asked = await asking;
      const isSubscription = 'kind' in asked && asked.kind === OperationTypeNode.SUBSCRIPTION;
      if (!isPreferred && !isSubscription) return await http.answerTo(() => asking, request, response, context);
      await this.#answer(asked, request, response, { http, context });
    } catch (error) {
      if (!(error instanceof HttpProblem) || response.headersSent) throw error;
      if (!isPreferred) return http.answerTo(() => Promise.reject(error), request, response, context);
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      refuse(response, error.status, error.code, error.message);
    }
  }

  /** Bytes that clients have not taken. */
  queuedBytes(): number {
    let bytes = 0;
    for (const one of this.#open) bytes += one.backlog();
    return bytes;
  }

  /** Sends everybody away, to come back bit by bit. */
  stop(): void {
    const spread = Math.max(9_000, (this.#open.size / BACK_EACH_SECOND) * 1_000);
    for (const stream of this.#open) stream.sendAway(1_000 + Math.random() * spread);
  }

  async #answer(
    asked: Read,
    request: IncomingMessage,
    response: ServerResponse,
    { http, context }: { http: GraphQLOverHttp<GatewayContext>; context: GatewayContext },
  ): Promise<void> {
    if ('errors' in asked) return this.#stream(response).end(asked.errors.map((error) => error.toJSON()));

    if (asked.kind === OperationTypeNode.SUBSCRIPTION) {
      const lastEventId = request.headers['last-event-id'];
      const { source, operationName, variables, cost } = asked;
      http.questions.charge(cost, context);
      const wish = { source, operationName, variables, lastEventId: lastEventId?.toString() };
      const stream = this.#stream(response);
      const subscribed = await this.#subscriptions.subscribe(wish, context, stream);
      if ('leave' in subscribed) return stream.isFor(subscribed);
      return stream.end(subscribed);
    }
    const end = new RequestEnd(response);
    const answered = await http.run(asked, request, context, end).finally(() => end.release());
    if (response.destroyed) return;
    const stream = this.#stream(response);
    stream.next(new Answer(textOf(answered)));
    stream.end([]);
  }

  #stream(response: ServerResponse): EventStream {
    const { backlog } = this.#subscriptions.limits;
    const stream = new EventStream(response, backlog, () => this.#subscriptions.noteDropped('too_slow'));
    const endBeat = this.#heartbeat.add(() => stream.beat());
    this.#open.add(stream);
    response.once('close', () => {
      endBeat();
      this.#open.delete(stream);
      stream.closed();
    });
    return stream;
  }
}
