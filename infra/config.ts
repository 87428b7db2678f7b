import path from 'node:path';
import { projectRoot } from '../shared/reference-data/project-root.ts';
import { DEFAULT_PORT, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

export interface HubConfig {
  /** The gateway's port; the subgraphs follow it. */
  port: number;
  /** Where data, secrets and logs are. */
  home: string;
  /** Real servers in place of the embedded one. */
  databaseUrls: Partial<Record<SubgraphName, string>>;
  /** Subgraphs that run elsewhere. */
  subgraphUrls: Partial<Record<SubgraphName, string>>;
}

/** Reads `PORT`, `HUB_HOME`, `DATABASE_URL_<NAME>` and `SUBGRAPH_URL_<NAME>`. */
export function hubConfig(environment: NodeJS.ProcessEnv = process.env): HubConfig {
  const port = Number(environment.PORT || DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535 - SUBGRAPHS.length) {
    throw new Error(`PORT=${environment.PORT} is no port that leaves room for ${SUBGRAPHS.length} more behind it.`);
  }
  const named = (prefix: string): Partial<Record<SubgraphName, string>> =>
    Object.fromEntries(
      SUBGRAPHS.map((name) => [name, environment[`${prefix}_${name.toUpperCase()}`]]).filter(([, value]) => value),
    );
  return {
    port,
    home: path.resolve(environment.HUB_HOME || path.join(projectRoot(), '.hub')),
    databaseUrls: named('DATABASE_URL'),
    subgraphUrls: named('SUBGRAPH_URL'),
  };
}
