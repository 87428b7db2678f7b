import type { Tell } from '../../shared/log/log.ts';
import type { SubscriptionMetrics } from '../metrics/subscription-metrics.ts';
import type { RingBudget } from './ring.ts';
import type { Patience } from './upstream/follow.ts';
import type { OpenStream } from './upstream/open-stream.ts';

/** What all channels work with. */
export interface ChannelKit {
  open: OpenStream;
  patience?: Patience | undefined;
  /** Milliseconds that the fetches for one event may take. */
  deadline: number;
  /** Bytes that may wait for one subscriber. */
  backlog: number;
  ringBudget: RingBudget;
  metrics: Pick<SubscriptionMetrics, 'onExecution' | 'onSent'>;
  onBreak(subgraph: string, reason: unknown): void;
  log: Tell;
}
