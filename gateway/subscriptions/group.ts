import type { GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { Channel, type ChannelOwner } from './channel.ts';
import type { ChannelKit } from './channel-kit.ts';
import type { Position } from './position.ts';
import type { Ready, Wish } from './ready.ts';
import type { Subscriber } from './subscriber.ts';

/**
 * All who get equal answers. They share the main channel, but for those who come back from further behind than it
 * remembers: they have channels of their own until they have caught up.
 */
export class Group implements ChannelOwner {
  /** What all of them asked for; only where each begins is their own. */
  readonly wish: Wish;
  readonly context: GatewayContext;
  readonly #kit: ChannelKit;
  readonly #onLeft: (subscribers: number) => void;
  readonly #places = new Map<Subscriber, Channel>();
  readonly #behind = new Set<Channel>();
  #ready: Ready;
  #main: Channel | undefined;

  /** @param onLeft - hears how many have gone; then the group may be empty */
  constructor(
    ready: Ready,
    { wish, context }: { wish: Wish; context: GatewayContext },
    kit: ChannelKit,
    onLeft: (subscribers: number) => void,
  ) {
    this.#ready = ready;
    this.wish = wish;
    this.context = context;
    this.#kit = kit;
    this.#onLeft = onLeft;
  }

  get size(): number {
    return this.#places.size;
  }

  get channels(): number {
    return this.#behind.size + (this.#main ? 1 : 0);
  }

  join(subscriber: Subscriber, from: Position | undefined): void {
    this.#main ??= new Channel(this.#beginning(this.#ready.mustBegin ? from : undefined), this.#kit, this);
    const channel = from === undefined || this.#main.covers(from) ? this.#main : this.#behindAt(from);
    this.#place(subscriber, channel, from);
  }

  leave(subscriber: Subscriber): void {
    const channel = this.#places.get(subscriber);
    if (!channel) return;
    channel.detach(subscriber);
    this.#places.delete(subscriber);
    if (channel.subscribers.size === 0 && this.#behind.delete(channel)) channel.close();
    if (this.size === 0) this.#close();
    this.#onLeft(1);
  }

  positionOf(subscriber: Subscriber): Position | undefined {
    return this.#places.get(subscriber)?.positionOf(subscriber);
  }

  /** Goes on with another graph. */
  move(ready: Ready): void {
    this.#ready = ready;
    for (const channel of this.#all()) channel.move(ready);
  }

  end(errors: readonly GraphQLFormattedError[]): void {
    for (const channel of this.#all()) channel.end(errors);
  }

  reached(channel: Channel): void {
    const main = this.#main;
    for (const behind of channel === main ? this.#behind : [channel]) {
      const { position } = behind;
      if (!main || position === undefined || !this.#behind.has(behind) || !main.ring.covers(position)) continue;
      this.#behind.delete(behind);
      for (const subscriber of [...behind.subscribers]) {
        const at = behind.positionOf(subscriber);
        behind.detach(subscriber);
        this.#place(subscriber, main, at);
      }
      behind.close();
    }
  }

  ended(channel: Channel, subscribers: readonly Subscriber[], errors: readonly GraphQLFormattedError[]): void {
    const left = subscribers.filter((subscriber) => this.#places.delete(subscriber)); // some have left as they heard of it
    const wasMain = channel === this.#main;
    if (wasMain) this.#main = undefined;
    else this.#behind.delete(channel);
    if (wasMain) for (const behind of [...this.#behind]) behind.end(errors);
    if (this.size === 0) this.#close();
    this.#onLeft(left.length);
  }

  #place(subscriber: Subscriber, channel: Channel, from: Position | undefined): void {
    this.#places.set(subscriber, channel);
    channel.attach(subscriber, from);
  }

  #behindAt(from: Position): Channel {
    for (const channel of this.#behind) if (channel.covers(from)) return channel;
    const channel = new Channel({ ...this.#beginning(from), isBehind: true }, this.#kit, this);
    this.#behind.add(channel);
    return channel;
  }

  #beginning(from: Position | undefined) {
    return { ready: this.#ready, from, context: this.context };
  }

  #all(): Channel[] {
    return [...this.#behind, ...(this.#main ? [this.#main] : [])];
  }

  #close(): void {
    for (const channel of this.#all()) channel.close();
    this.#behind.clear();
    this.#main = undefined;
  }
}
