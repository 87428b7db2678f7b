import { collectDefaultMetrics, Registry } from 'prom-client';

/** What the gateway's metrics are kept in; it begins with those of the process. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}
