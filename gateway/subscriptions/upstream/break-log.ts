import type { Tell } from '../../../shared/log/log.ts';
import type { SubscriptionMetrics } from '../../metrics/subscription-metrics.ts';

/** However many streams a subgraph has, the log hears of one reason once in so many milliseconds. */
const QUIET_MS = 60_000;

/** Counts the streams that break, and tells the log why. */
export function breakLog(metrics: SubscriptionMetrics, log: Tell) {
  const told = new Map<string, { reason: string; at: number }>();
  return (subgraph: string, cause: unknown): void => {
    metrics.onReconnect(subgraph);
    const reason = cause instanceof Error ? cause.message : String(cause);
    const last = told.get(subgraph);
    if (last?.reason === reason && performance.now() - last.at < QUIET_MS) return;
    told.set(subgraph, { reason, at: performance.now() });
    log('events of a subgraph broke off, and are resumed', { subgraph, reason });
  };
}
