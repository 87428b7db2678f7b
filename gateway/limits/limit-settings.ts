import { count, listOf, oneOf, seconds } from '../environment.ts';
import { addressReader } from '../host/client-address.ts';
import { HOST_SETTINGS, type HostSettings } from '../host/host-settings.ts';
import { CLIENT_LIMITS } from '../host/slow-clients.ts';
import { INTROSPECTION, type Introspection } from './introspection.ts';
import { COST_LIMIT, DOCUMENT_LIMITS, type DocumentLimits } from './limits.ts';
import { RATE_LIMITS, type RateLimits } from './rate-limiter.ts';

/** What callers may ask, as the environment says; README's table "Limits" has each of its names. */
export interface LimitSettings {
  document: DocumentLimits;
  cost: number;
  rate: RateLimits;
  introspection: Introspection;
  /** A folder with the operations that clients have registered, and whether others run, too. */
  registered: { folder: string | undefined; only: boolean };
  host: HostSettings;
}

export function limitSettings(environment: NodeJS.ProcessEnv): LimitSettings {
  const { NODE_ENV, PERSISTED_OPERATIONS, RATE_PER_SECOND } = environment;
  const introspection = oneOf(
    environment,
    'INTROSPECTION',
    INTROSPECTION,
    NODE_ENV === 'production' ? 'authenticated' : 'on',
  );
  const only = oneOf(environment, 'PERSISTED_ONLY', ['true', 'false'], 'false') === 'true';
  const cost = count(environment, 'COST_LIMIT', COST_LIMIT);
  const burst = count(environment, 'RATE_BURST', RATE_LIMITS.burst);
  const perSecond = RATE_PER_SECOND === '0' ? 0 : count(environment, 'RATE_PER_SECOND', RATE_LIMITS.perSecond);
  return {
    document: {
      tokens: count(environment, 'TOKENS_LIMIT', DOCUMENT_LIMITS.tokens),
      nesting: count(environment, 'NESTING_LIMIT', DOCUMENT_LIMITS.nesting),
      depth: count(environment, 'DEPTH_LIMIT', DOCUMENT_LIMITS.depth),
      fields: count(environment, 'FIELDS_LIMIT', DOCUMENT_LIMITS.fields),
      rootFields: count(environment, 'ROOT_FIELDS_LIMIT', DOCUMENT_LIMITS.rootFields),
      aliases: count(environment, 'ALIASES_LIMIT', DOCUMENT_LIMITS.aliases),
      directives: count(environment, 'DIRECTIVES_LIMIT', DOCUMENT_LIMITS.directives),
    },
    cost,
    rate: { perSecond, burst, callers: count(environment, 'RATE_CALLERS', RATE_LIMITS.callers) },
    introspection,
    registered: { folder: PERSISTED_OPERATIONS || undefined, only },
    host: hostSettings(environment, introspection),
  };
}

function hostSettings(environment: NodeJS.ProcessEnv, introspection: Introspection): HostSettings {
  const { largest } = HOST_SETTINGS;
  const origins = listOf(environment, 'CORS_ORIGINS');
  for (const origin of origins) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue;
    throw new Error(`CORS_ORIGINS has ${origin}, which is no origin like https://dashboard.example.`);
  }
  const proxies = listOf(environment, 'TRUSTED_PROXIES');
  addressReader(proxies); // throws where one is wrong
  return {
    largest: {
      question: count(environment, 'BODY_LIMIT_BYTES', largest.question),
      file: count(environment, 'WRITE_BODY_LIMIT_BYTES', largest.file),
    },
    hosts: listOf(environment, 'PUBLIC_HOSTS'),
    origins,
    proxies,
    showsPage: introspection !== 'off',
    clients: {
      headers: seconds(environment, 'HEADERS_TIMEOUT_SECONDS', CLIENT_LIMITS.headers / 1000),
      request: seconds(environment, 'REQUEST_TIMEOUT_SECONDS', CLIENT_LIMITS.request / 1000),
      idle: seconds(environment, 'IDLE_TIMEOUT_SECONDS', CLIENT_LIMITS.idle / 1000),
      answer: seconds(environment, 'ANSWER_TIMEOUT_SECONDS', CLIENT_LIMITS.answer / 1000),
      connections: count(environment, 'CONNECTIONS_LIMIT', CLIENT_LIMITS.connections),
      requestsPerConnection: count(environment, 'REQUESTS_PER_CONNECTION', CLIENT_LIMITS.requestsPerConnection),
      headerCount: count(environment, 'HEADERS_LIMIT', CLIENT_LIMITS.headerCount),
    },
  };
}
