import type { Registry } from 'prom-client';
import type { Tell } from '../../shared/log/log.ts';
import { isAnonymous, runsHub } from '../../shared/trust/caller.ts';
import type { Registration } from '../graphql-over-http/document-source.ts';
import { RegisteredOperations } from '../graphql-over-http/registered-operations.ts';
import { watchManifests } from '../graphql-over-http/watch-manifests.ts';
import { measureLimits } from '../metrics/limit-metrics.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';
import type { Admission } from './admission.ts';
import type { LimitSettings } from './limit-settings.ts';
import { payerOf } from './payer.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { OnRefused } from './refusal.ts';

export interface RunningLimits {
  admission: Admission<GatewayContext>;
  registration: Registration<GatewayContext>;
  onRefused: OnRefused;
  stop(): void;
}

/**
 * Puts the settings into force; throws where the registered operations cannot be read.
 * @param own - operations of the pages that the gateway serves, which are always registered
 */
export async function startLimits(
  { document, cost, rate, introspection, registered }: LimitSettings,
  registry: Registry,
  log: Tell,
  own: ReadonlyMap<string, string>,
): Promise<RunningLimits> {
  const limiter = new RateLimiter(rate);
  const { onRefused, onPriced } = measureLimits(() => limiter.size, registry);
  const admission: Admission<GatewayContext> = {
    document,
    cost,
    rate: { limiter, payerOf },
    mayIntrospect: ({ caller }) =>
      introspection === 'on' || (introspection === 'authenticated' && !isAnonymous(caller)),
    onRefused,
    onPriced,
  };
  const { folder, only } = registered;
  const operations = new RegisteredOperations(own);
  const stop = folder === undefined ? () => {} : await watchManifests(folder, operations, log);
  const registration: Registration<GatewayContext> = {
    operations,
    clientOf: ({ caller }) => caller.client,
    maySendOthers: ({ caller }) => !only || runsHub(caller), // the commands of whoever runs the hub are documents, too
  };
  return { admission, registration, onRefused, stop };
}
