import path from 'node:path';
import { eventLogKind } from '../shared/events/event-log-kind.ts';
import type { HubConfig } from './config.ts';
import { ownerOf } from './postgres/databases.ts';
import { postgresUrl } from './postgres/postgres.ts';
import type { Secrets } from './secrets.ts';
import { SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

export const postgresHome = (home: string): string => path.join(home, 'postgres');

/** The subgraphs that have their database in the hub's own server; where there are any, the event log is there, too. */
export const embeddedSubgraphs = (config: HubConfig): SubgraphName[] =>
  SUBGRAPHS.filter((name) => !config.subgraphUrls[name] && !config.databaseUrls[name]);

/** The gateway's role, which reads the embedded event log and nothing else. */
export const GATEWAY = 'gateway';

/** The embedded event log, as a role sees it. */
export const embeddedEventsUrl = (home: string, role: string, password: string): string =>
  postgresUrl(postgresHome(home), role, password, 'events');

/**
 * What a subgraph's process is told: its own database, its own key and its own way to the log, and nobody else's; to
 * the Centre's, what it makes pseudonyms of.
 */
export function subgraphEnvironment(name: SubgraphName, config: HubConfig, secrets: Secrets): Record<string, string> {
  const upper = name.toUpperCase();
  const embedded = (role: string, password: string): string =>
    postgresUrl(postgresHome(config.home), role, password, name);
  const log =
    embeddedSubgraphs(config).length > 0 && embeddedEventsUrl(config.home, name, secrets.databasePasswords[name]);
  const eventsUrl = eventSettings().url ?? log;
  return {
    ...(eventsUrl ? { EVENTS_URL: eventsUrl } : {}),
    [`DATABASE_URL_${upper}`]: config.databaseUrls[name] ?? embedded(name, secrets.databasePasswords[name]),
    [`DATABASE_OWNER_URL_${upper}`]: config.ownerUrls[name] ?? embedded(ownerOf(name), secrets.ownerPasswords[name]),
    [`SUBGRAPH_KEY_${upper}`]: secrets.subgraphKeys[name],
    ...(name === 'cps' ? { PSEUDONYM_KEY_INSTITUTIONS: secrets.pseudonymKeys.institutions } : {}),
  };
}

/** Reads `EVENTS_URL`, a real server for the event log (PostgreSQL or NATS), and `EVENT_RETENTION_DAYS`. */
export function eventSettings(environment: NodeJS.ProcessEnv = process.env): { url?: string; retentionDays: number } {
  const retentionDays = Number(environment.EVENT_RETENTION_DAYS || 7);
  if (!(retentionDays > 0)) {
    throw new Error(`EVENT_RETENTION_DAYS=${environment.EVENT_RETENTION_DAYS} is no number of days above 0.`);
  }
  const url = environment.EVENTS_URL || undefined;
  if (url) eventLogKind(url); // refuses one that nobody could open
  return { url, retentionDays };
}

/**
 * What the gateway's process is told: every subgraph's key and address, how to know the operator, where the log is, as far as
 * known, and unless in production the key with which tokens are made to try the hub out.
 */
export function gatewayEnvironment(
  config: HubConfig,
  secrets: Secrets | null,
  urls: Partial<Record<SubgraphName, string>>,
  { NODE_ENV }: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const log =
    secrets && embeddedSubgraphs(config).length > 0
      ? embeddedEventsUrl(config.home, GATEWAY, secrets.gatewayPassword)
      : undefined;
  const eventsUrl = eventSettings().url ?? log;
  return Object.fromEntries([
    ...(eventsUrl ? [['EVENTS_URL', eventsUrl]] : []),
    ...(secrets ? [['OPERATOR_TOKEN', secrets.operatorToken]] : []),
    ...(secrets && NODE_ENV !== 'production' ? [['LOCAL_ISSUER_KEY', JSON.stringify(secrets.localIssuerKey)]] : []),
    ...SUBGRAPHS.flatMap((name) =>
      secrets ? [[`SUBGRAPH_KEY_${name.toUpperCase()}`, secrets.subgraphKeys[name]]] : [],
    ),
    ...Object.entries(urls).map(([name, url]) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url]),
  ]);
}
