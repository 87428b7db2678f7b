import type { LiveGraph } from '../live-graph/live-graph.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import { Heartbeat } from './heartbeat.ts';
import { EventStreams } from './sse/event-streams.ts';
import type { Subscriptions } from './subscriptions.ts';
import { WebSockets } from './websocket/websockets.ts';

export interface LiveClientOptions {
  graph: LiveGraph<GatewayContext>;
  subscriptions: Subscriptions;
  /** Milliseconds between two signs of life. */
  heartbeat?: number;
  /** Bytes of one message over WebSocket. */
  largest: number;
}

/** Everybody who is connected for long: over server-sent events, or over WebSocket. */
export class LiveClients {
  readonly events: EventStreams;
  readonly sockets: WebSockets;
  readonly #heartbeat: Heartbeat;

  constructor({ graph, subscriptions, heartbeat, largest }: LiveClientOptions) {
    this.#heartbeat = new Heartbeat(heartbeat);
    this.events = new EventStreams(subscriptions, this.#heartbeat);
    this.sockets = new WebSockets({ graph, subscriptions, heartbeat: this.#heartbeat, largest });
  }

  queuedBytes(): number {
    return this.events.queuedBytes() + this.sockets.queuedBytes();
  }

  /** Sends all away, each to come back at its own time, within so many milliseconds. */
  stop(within: number): void {
    this.#heartbeat.stop();
    this.events.stop();
    this.sockets.stop(within);
  }
}
