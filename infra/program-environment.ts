import path from 'node:path';
import type { HubConfig } from './config.ts';
import { postgresUrl } from './postgres/postgres.ts';
import type { Secrets } from './secrets.ts';
import { SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

export const postgresHome = (home: string): string => path.join(home, 'postgres');

/** What a subgraph's process is told: its own database and its own key, and nobody else's. */
export function subgraphEnvironment(name: SubgraphName, config: HubConfig, secrets: Secrets): Record<string, string> {
  const upper = name.toUpperCase();
  const embedded = postgresUrl(postgresHome(config.home), name, secrets.databasePasswords[name], name);
  return {
    [`DATABASE_URL_${upper}`]: config.databaseUrls[name] ?? embedded,
    [`SUBGRAPH_KEY_${upper}`]: secrets.subgraphKeys[name],
  };
}

/** What the gateway's process is told: every subgraph's key and address, and how to know the operator. */
export function gatewayEnvironment(
  secrets: Secrets,
  urls: Partial<Record<SubgraphName, string>>,
): Record<string, string> {
  return Object.fromEntries([
    ['OPERATOR_TOKEN', secrets.operatorToken],
    ...SUBGRAPHS.map((name) => [`SUBGRAPH_KEY_${name.toUpperCase()}`, secrets.subgraphKeys[name]]),
    ...Object.entries(urls).map(([name, url]) => [`SUBGRAPH_URL_${name.toUpperCase()}`, url]),
  ]);
}
