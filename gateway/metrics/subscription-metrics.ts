import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Why a subscriber was sent away, by the gateway and not by the subgraph. */
export type Dropped = 'too_slow' | 'invalid' | 'token_ended' | 'too_many';

export interface SubscriptionMetrics {
  onExecution(): void;
  /** An answer was written to so many, the last of them now. */
  onSent(answer: { time: number | undefined }, subscribers: number): void;
  onDropped(reason: Dropped): void;
  onReconnect(subgraph: string): void;
}

/** What there is at the moment that somebody asks. */
export interface SubscriptionLoad {
  subscribers: number;
  channels: number;
  queuedBytes: number;
}

export function measureSubscriptions(load: () => SubscriptionLoad, registry: Registry): SubscriptionMetrics {
  const registers = [registry];
  const gauge = (name: string, help: string, read: (load: SubscriptionLoad) => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read(load()));
      },
    });
  gauge('hub_subscribers', 'Subscriptions of clients.', ({ subscribers }) => subscribers);
  gauge('hub_subscription_channels', 'Shared executions: streams from subgraphs.', ({ channels }) => channels);
  gauge('hub_subscription_queued_bytes', 'Bytes that clients have not taken yet.', ({ queuedBytes }) => queuedBytes);
  const executions = new Counter({
    name: 'hub_subscription_executions_total',
    help: 'Events answered, each once for all who share the answer.',
    registers,
  });
  const sent = new Counter({
    name: 'hub_subscription_answers_sent_total',
    help: 'Answers to events, each counted for every client it was sent to.',
    registers,
  });
  const dropped = new Counter({
    name: 'hub_subscribers_dropped_total',
    help: 'Subscribers that were sent away, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const reconnects = new Counter({
    name: 'hub_subscription_reconnects_total',
    help: 'Streams from a subgraph that broke or could not be opened, and were tried again.',
    labelNames: ['subgraph'],
    registers,
  });
  const lag = new Histogram({
    name: 'hub_subscription_lag_seconds',
    help: 'From when an event was stored to when its answer was written to the last client.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 600],
    registers,
  });
  return {
    onExecution: () => executions.inc(),
    onSent({ time }, subscribers) {
      if (subscribers === 0) return;
      sent.inc(subscribers);
      if (time !== undefined) lag.observe(Math.max(0, Date.now() - time) / 1000);
    },
    onDropped: (reason) => dropped.inc({ reason }),
    onReconnect: (subgraph) => reconnects.inc({ subgraph }),
  };
}
