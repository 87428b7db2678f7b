import type { GraphQLFormattedError } from 'graphql';
import type { Tell } from '../../shared/log/log.ts';
import type { RecordedOperation } from '../graphql-over-http/recorded-operations.ts';
import type { Graph } from '../live-graph/graph.ts';
import type { LiveGraph, Ongoing } from '../live-graph/live-graph.ts';
import type { Dropped, SubscriptionLoad, SubscriptionMetrics } from '../metrics/subscription-metrics.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import type { ChannelKit } from './channel-kit.ts';
import { invalid, mistake, tokenEnded, tooManyInAll, tooManyOfOne } from './endings.ts';
import { Group } from './group.ts';
import type { Position } from './position.ts';
import { makeReady, type Ready, type Wish } from './ready.ts';
import { RingBudget, type RingLimits } from './ring.ts';
import type { Subscriber } from './subscriber.ts';
import { breakLog } from './upstream/break-log.ts';
import type { Patience } from './upstream/follow.ts';
import type { OpenStream } from './upstream/open-stream.ts';

export interface SubscriptionLimits {
  inAll: number;
  perConnection: number;
  /** Bytes that may wait for one connection; who has more waiting is too slow. */
  backlog: number;
  ring: RingLimits;
}

export const SUBSCRIPTION_LIMITS: SubscriptionLimits = {
  inAll: 50_000,
  perConnection: 100,
  backlog: 1024 * 1024,
  ring: { each: 256 * 1024, answers: 500, together: 64 * 1024 * 1024 },
};

export interface SubscriptionOptions {
  graph: LiveGraph<GatewayContext>;
  open: OpenStream;
  /** Milliseconds that the fetches for one event may take. */
  deadline: number;
  limits?: Partial<SubscriptionLimits>;
  patience?: Patience;
  metrics: SubscriptionMetrics;
  log: Tell;
}

/** One client's subscription, as long as it lasts. */
export interface Subscribed {
  leave(): void;
  /** Up to here the client has been sent everything. */
  position(): Position | undefined;
}

type Errors = readonly GraphQLFormattedError[];

/** All subscriptions of a gateway. Those who ask the same with the same rights share one stream and one execution. */
export class Subscriptions implements Ongoing<GatewayContext> {
  readonly limits: SubscriptionLimits;
  readonly #graph: LiveGraph<GatewayContext>;
  readonly #groups = new Map<string, Group>();
  readonly #kit: ChannelKit;
  readonly #metrics: SubscriptionMetrics;
  #subscribers = 0;
  #moving: Promise<void> = Promise.resolve();

  constructor({ graph, open, deadline, limits, patience, metrics, log }: SubscriptionOptions) {
    this.limits = { ...SUBSCRIPTION_LIMITS, ...limits };
    this.#graph = graph;
    this.#metrics = metrics;
    const { backlog, ring } = this.limits;
    const onBreak = breakLog(metrics, log);
    this.#kit = { open, patience, deadline, backlog, ringBudget: new RingBudget(ring), metrics, log, onBreak };
    graph.follow(this);
  }

  get load(): Omit<SubscriptionLoad, 'queuedBytes'> {
    let channels = 0;
    for (const group of this.#groups.values()) channels += group.channels;
    return { subscribers: this.#subscribers, channels };
  }

  /** Gives the errors where the client cannot be subscribed. @param others - what its connection has already */
  async subscribe(
    wish: Wish,
    context: GatewayContext,
    subscriber: Subscriber,
    others = 0,
  ): Promise<Subscribed | Errors> {
    const { inAll, perConnection } = this.limits;
    if (others >= perConnection) return this.#drop('too_many', tooManyOfOne(perConnection));
    const ready = await this.#readyOnCurrent(wish, context);
    if (!('key' in ready)) return ready;
    if (this.#subscribers >= inAll) return this.#drop('too_many', tooManyInAll(inAll));
    if (context.ends?.aborted) return this.#drop('token_ended', tokenEnded());

    this.#graph.current.http.recorded.note(wish.source, wish.operationName, wish.variables);
    const group = this.#groups.get(ready.key) ?? this.#begin(ready, wish, context);
    const leave = (): void => {
      context.ends?.removeEventListener('abort', onTokenEnd);
      group.leave(subscriber);
    };
    const onTokenEnd = (): void => {
      leave();
      subscriber.end(this.#drop('token_ended', tokenEnded()));
    };
    context.ends?.addEventListener('abort', onTokenEnd);
    this.#subscribers++;
    group.join(subscriber, ready.from);
    return { leave, position: () => group.positionOf(subscriber) };
  }

  /** Counts those whom their transports send away. */
  noteDropped(reason: Dropped, subscribers = 1): void {
    for (let i = 0; i < subscribers; i++) this.#metrics.onDropped(reason);
  }

  operations(): RecordedOperation[] {
    return [...this.#groups.values()].map(({ wish: { source, operationName, variables = {} } }) => {
      const conditions = Object.entries(variables).filter(
        (entry): entry is [string, boolean] => entry[1] === true || entry[1] === false,
      );
      return { source, operationName, variables: Object.fromEntries(conditions) };
    });
  }

  /** Moves all to the graph that has gone live, one after the other; what is not valid there ends. */
  moved(): Promise<void> {
    this.#moving = this.#moving.then(async () => {
      for (const [key, group] of [...this.#groups]) {
        const ready = await this.#readyOnCurrent(group.wish, group.context).catch(() => [mistake()]);
        if (this.#groups.get(key) !== group) continue;
        if ('key' in ready) {
          group.move(ready);
          continue;
        }
        this.noteDropped('invalid', group.size);
        group.end([invalid(ready.map(({ message }) => message))]);
      }
    });
    return this.#moving;
  }

  #begin(ready: Ready, wish: Wish, context: GatewayContext): Group {
    const { key } = ready;
    const group: Group = new Group(ready, { wish, context }, this.#kit, (left) => {
      this.#subscribers -= left;
      if (group.size === 0 && this.#groups.get(key) === group) this.#groups.delete(key);
    });
    this.#groups.set(key, group);
    return group;
  }

  /** Once more where another graph went live in the meantime, so that nobody stays with an old one. */
  async #readyOnCurrent(wish: Wish, context: GatewayContext): Promise<Ready | Errors> {
    for (;;) {
      const graph: Graph<GatewayContext> = this.#graph.current;
      const { document, errors } = graph.http.documents.check(wish.source);
      if (!document) return errors.map((error) => error.toJSON());
      const ready = await makeReady(graph.engine, { ...wish, document }, context);
      if (graph === this.#graph.current) return ready;
    }
  }

  #drop(reason: Dropped, error: GraphQLFormattedError): Errors {
    this.#metrics.onDropped(reason);
    return [error];
  }
}
