import type { KeyObject } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import { parseArgs } from 'node:util';
import { subgraphKey } from '../shared/trust/signed-request.ts';
import type { CacheSettings } from './cache/start-cache.ts';
import { count, megabytes, seconds } from './environment.ts';
import { CLOCK_SKEW_SECONDS } from './identity/identify.ts';
import { type LimitSettings, limitSettings } from './limits/limit-settings.ts';
import { hostsIn } from './publish-check/subgraph-address.ts';
import { type RequestLog, requestLog } from './request-log/request-log.ts';
import type { Deadlines } from './subgraph-client/deadline.ts';
import type { Limits } from './subgraph-client/limit-per-subgraph.ts';
import { subgraphTls } from './subgraph-client/subgraph-tls.ts';
import { SUBSCRIPTION_LIMITS, type SubscriptionLimits } from './subscriptions/subscriptions.ts';

export interface GatewayConfig {
  /** Path of the supergraph's SDL. */
  supergraph: string;
  port: number;
  /** Without one nobody is the operator, and the gateway passes everybody on as anonymous. */
  operatorToken: string | undefined;
  identity: {
    /** A file that names the issuers whose tokens are taken. */
    issuersFile: string | undefined;
    /** The public key of `hub token`, as a JWK; never where the hub is in earnest, for whoever has its home may be anybody. */
    localKey: string | undefined;
    /** Seconds by which an issuer's clock may differ. */
    clockSkew: number;
  };
  /** By subgraph; a subgraph without a key gets unsigned requests. */
  keys: ReadonlyMap<string, KeyObject>;
  /** By subgraph, in place of the addresses in the supergraph. */
  urls: Record<string, string>;
  /** After so many milliseconds a query is answered with what has come. */
  queryDeadline: number;
  /** For one request to a subgraph. */
  deadlines: Deadlines;
  /** For one subgraph. */
  limits: Limits;
  /** How many bytes a subgraph may answer. */
  largestAnswer: number;
  /** What https connections to subgraphs are made with. */
  tls: SecureContext;
  /** Whether equal queries on their way to a subgraph are sent once. Off is for measuring. */
  shareInFlight: boolean;
  subscriptions: Pick<SubscriptionLimits, 'inAll' | 'perConnection' | 'backlog'>;
  /** While developing, whoever asks sees the plan of a request; where the hub is in earnest, nobody. */
  showsPlans: boolean;
  cache: CacheSettings;
  /** What callers may ask, and how. */
  callers: LimitSettings;
  /** Where new subgraphs may be, beside this machine. */
  subgraphHosts: ReadonlySet<string>;
  /** Of which requests the log has a line. */
  logsRequests: RequestLog;
}

/**
 * Reads `--supergraph FILE --port N`, `OPERATOR_TOKEN`, `NODE_ENV`, `SUBGRAPH_KEY_<NAME>`, `SUBGRAPH_URL_<NAME>`,
 * `SUBGRAPH_HOSTS`, `SHARE_IN_FLIGHT`, `LOG_REQUESTS`, `EVENTS_URL` and `CACHE_MEGABYTES`, who is let in by `TRUSTED_ISSUERS`,
 * `LOCAL_ISSUER_KEY` and `CLOCK_SKEW_SECONDS`, and how long and for how many the gateway waits: `QUERY_DEADLINE_SECONDS`,
 * `SUBGRAPH_DEADLINE_SECONDS`, `SUBGRAPH_MUTATION_DEADLINE_SECONDS`, `SUBGRAPH_REQUESTS_AT_ONCE`, `SUBGRAPH_REQUESTS_WAITING`,
 * `SUBGRAPH_ANSWER_MEGABYTES`, `SUBGRAPH_CA`, `SUBGRAPH_CLIENT_CERT`, `SUBGRAPH_CLIENT_KEY`, `SUBSCRIPTIONS_IN_ALL`, `SUBSCRIPTIONS_PER_CONNECTION`
 * and `SUBSCRIBER_BACKLOG_BYTES`. What callers may ask is read by `limitSettings`.
 */
export function gatewayConfig(args: string[], environment: NodeJS.ProcessEnv): GatewayConfig {
  const { values } = parseArgs({ args, options: { supergraph: { type: 'string' }, port: { type: 'string' } } });
  const port = Number(values.port);
  if (!values.supergraph || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('The gateway needs `--supergraph FILE --port N`.');
  }
  const named = (prefix: string): [string, string][] =>
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length).toLowerCase(), value]] : [],
    );
  return {
    supergraph: values.supergraph,
    port,
    operatorToken: environment.OPERATOR_TOKEN || undefined,
    identity: {
      issuersFile: environment.TRUSTED_ISSUERS || undefined,
      localKey: (environment.NODE_ENV !== 'production' && environment.LOCAL_ISSUER_KEY) || undefined,
      clockSkew: clockSkew(environment),
    },
    keys: new Map(named('SUBGRAPH_KEY_').map(([name, key]) => [name, subgraphKey(key)])),
    urls: Object.fromEntries(named('SUBGRAPH_URL_')),
    queryDeadline: seconds(environment, 'QUERY_DEADLINE_SECONDS', 30),
    deadlines: {
      query: seconds(environment, 'SUBGRAPH_DEADLINE_SECONDS', 15),
      mutation: seconds(environment, 'SUBGRAPH_MUTATION_DEADLINE_SECONDS', 120), // a register's import may take its time
    },
    limits: {
      atOnce: count(environment, 'SUBGRAPH_REQUESTS_AT_ONCE', 50),
      waiting: count(environment, 'SUBGRAPH_REQUESTS_WAITING', 1000),
    },
    largestAnswer: count(environment, 'SUBGRAPH_ANSWER_MEGABYTES', 32) * 2 ** 20,
    tls: subgraphTls(environment),
    shareInFlight: environment.SHARE_IN_FLIGHT !== 'off',
    subscriptions: {
      inAll: count(environment, 'SUBSCRIPTIONS_IN_ALL', SUBSCRIPTION_LIMITS.inAll),
      perConnection: count(environment, 'SUBSCRIPTIONS_PER_CONNECTION', SUBSCRIPTION_LIMITS.perConnection),
      backlog: count(environment, 'SUBSCRIBER_BACKLOG_BYTES', SUBSCRIPTION_LIMITS.backlog),
    },
    showsPlans: environment.NODE_ENV !== 'production',
    cache: { megabytes: megabytes(environment, 'CACHE_MEGABYTES', 64), eventsUrl: environment.EVENTS_URL || undefined },
    callers: limitSettings(environment),
    subgraphHosts: hostsIn(environment.SUBGRAPH_HOSTS),
    logsRequests: requestLog(environment),
  };
}

const LONGEST_SKEW = 60;

/** Bounded: so much longer does a token live. */
function clockSkew({ CLOCK_SKEW_SECONDS: given }: NodeJS.ProcessEnv): number {
  const value = Number(given || CLOCK_SKEW_SECONDS);
  if (Number.isInteger(value) && value >= 0 && value <= LONGEST_SKEW) return value;
  throw new Error(`CLOCK_SKEW_SECONDS=${given} is no whole number of seconds from 0 to ${LONGEST_SKEW}.`);
}
