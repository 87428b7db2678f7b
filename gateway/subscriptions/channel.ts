import type { GraphQLFormattedError } from 'graphql';
import { errorFacts } from '../../shared/log/error-facts.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { type Answer, answerTo } from './answer.ts';
import type { ChannelKit } from './channel-kit.ts';
import { interrupted, mistake, unavailable } from './endings.ts';
import { Execution } from './execution.ts';
import type { Position } from './position.ts';
import type { Ready } from './ready.ts';
import { Ring } from './ring.ts';
import type { Subscriber } from './subscriber.ts';
import { untilTaken } from './until-taken.ts';
import { follow, type Told } from './upstream/follow.ts';

/** Hears when a channel has come to a position, and when it has ended. */
export interface ChannelOwner {
  reached(channel: Channel): void;
  ended(channel: Channel, subscribers: readonly Subscriber[], errors: readonly GraphQLFormattedError[]): void;
}

export interface Beginning {
  ready: Ready;
  /** From now on where there is none. */
  from: Position | undefined;
  /** On whose behalf the others are asked: the first of those with the same rights. */
  context: GatewayContext;
  /** Whether it is there to catch up with another. */
  isBehind?: boolean;
}

/** One stream of events from a subgraph, one execution for each, and all who get its answer. */
export class Channel {
  readonly subscribers = new Set<Subscriber>();
  readonly ring: Ring;
  readonly #kit: ChannelKit;
  readonly #owner: ChannelOwner;
  readonly #context: GatewayContext;
  readonly #isBehind: boolean;
  /** Those who know more already than the channel has come to: they get nothing twice. */
  readonly #ahead = new Map<Subscriber, Position>();
  #ready: Ready;
  #reached: Position | undefined;
  #stream = new AbortController();
  #execution: Execution | undefined;
  #isClosed = false;
  /** Whether there were events that nobody can resume behind. */
  #cannotResume = false;

  constructor({ ready, from, context, isBehind = false }: Beginning, kit: ChannelKit, owner: ChannelOwner) {
    this.#ready = ready;
    this.#reached = from;
    this.#context = context;
    this.#isBehind = isBehind;
    this.#kit = kit;
    this.#owner = owner;
    this.ring = new Ring(kit.ringBudget);
    void this.#run();
  }

  /** Whether whoever has been sent everything up to the position can go on here. */
  covers(position: Position): boolean {
    return position === this.#reached || this.ring.covers(position);
  }

  /** Up to here all has been answered. */
  get position(): Position | undefined {
    return this.#reached;
  }

  /** The position up to which this subscriber has been sent everything. */
  positionOf(subscriber: Subscriber): Position | undefined {
    const ahead = this.#ahead.get(subscriber);
    return ahead !== undefined && (this.#reached === undefined || ahead > this.#reached) ? ahead : this.#reached;
  }

  /** Sends first, from the ring, what came behind the position. */
  attach(subscriber: Subscriber, from: Position | undefined): void {
    this.subscribers.add(subscriber);
    if (from === undefined) return;
    for (const answer of this.ring.after(from)) this.#send(subscriber, answer);
    if (this.#reached === undefined || from > this.#reached) this.#ahead.set(subscriber, from);
  }

  detach(subscriber: Subscriber): void {
    this.subscribers.delete(subscriber);
    this.#ahead.delete(subscriber);
  }

  /** Goes on with another graph, from where it is; the stream stays where it is the same. */
  move(ready: Ready): void {
    const [old, now] = [this.#ready, ready].map(({ subscription: { source }, bodyFrom }) =>
      JSON.stringify([source.subgraph, bodyFrom(undefined)]),
    );
    this.#ready = ready;
    if (old !== now) this.#stream.abort();
  }

  end(errors: readonly GraphQLFormattedError[]): void {
    if (this.#isClosed) return;
    this.close();
    const all = [...this.subscribers];
    this.subscribers.clear();
    for (const subscriber of all) subscriber.end(errors);
    this.#owner.ended(this, all, errors);
  }

  /** Lets go of the stream, without a word to anybody. */
  close(): void {
    this.#isClosed = true;
    this.#stream.abort();
    this.#execution?.cancel();
    this.ring.clear();
  }

  async #run(): Promise<void> {
    try {
      while (!this.#isClosed) {
        const hasMoved = await this.#followOnce();
        if (!hasMoved) return;
      }
    } catch (error) {
      this.#kit.log('a mistake of ours', { ...errorFacts(error), requestId: this.#context.request?.id });
      this.end([mistake()]);
    }
  }

  /** Whether to go on by another stream. */
  async #followOnce(): Promise<boolean> {
    this.#stream = new AbortController();
    const { source } = this.#ready.subscription;
    const told = follow(this.#kit.open, {
      subgraph: source.subgraph,
      body: this.#ready.bodyFrom(this.#reached),
      caller: this.#context.caller,
      requestId: this.#context.request?.id,
      after: this.#reached,
      signal: this.#stream.signal,
      patience: this.#kit.patience,
      onBreak: (reason) => this.#kit.onBreak(source.subgraph.name, reason),
    });
    for await (const one of told) {
      const errors = await this.#take(one);
      if (errors) {
        this.end(errors);
        return false;
      }
      if (this.#isClosed) return false;
    }
    if (this.#isClosed) return false;
    if (!this.#cannotResume) return true;
    this.end([interrupted(source.subgraph.name)]);
    return false;
  }

  /** Gives the errors, perhaps none, with which the subscription ends; undefined where it goes on. */
  async #take(told: Told): Promise<readonly GraphQLFormattedError[] | undefined> {
    const { source } = this.#ready.subscription;
    switch (told.kind) {
      case 'position':
        this.#reach(told.position);
        return undefined;
      case 'event':
        await this.#answer(told.event, told.position);
        return undefined;
      case 'refused':
        return this.#ready.subscription.refusal(told.event).map((error) => error.toJSON());
      case 'unavailable':
        return [unavailable(source.subgraph.name)];
      case 'interrupted':
        return [interrupted(source.subgraph.name)];
      case 'complete':
        return [];
    }
  }

  async #answer(event: unknown, position: Position | undefined): Promise<void> {
    const { deadline, metrics } = this.#kit;
    const id = crypto.randomUUID();
    const context = { caller: this.#context.caller, event: position?.toString() ?? id, request: { id } };
    this.#execution = new Execution(this.#ready.subscription, event, context, deadline);
    const result = await this.#execution.result;
    if (this.#isClosed) return;

    metrics.onExecution();
    const answer = answerTo(event, position, result);
    if (this.#isBehind) await untilTaken(this.subscribers, this.#kit.backlog / 2);
    this.ring.push(answer);
    for (const subscriber of this.subscribers) this.#send(subscriber, answer);
    metrics.onSent(answer, this.subscribers.size);
    if (answer.position === undefined) this.#cannotResume = true;
    else this.#reach(answer.position);
  }

  #send(subscriber: Subscriber, answer: Answer): void {
    const ahead = this.#ahead.get(subscriber);
    if (ahead !== undefined && answer.position !== undefined) {
      if (answer.position <= ahead) return;
      this.#ahead.delete(subscriber);
    }
    subscriber.next(answer);
  }

  #reach(position: Position): void {
    this.ring.begin(position);
    if (this.#reached === undefined || position > this.#reached) this.#reached = position;
    this.#owner.reached(this);
  }
}
