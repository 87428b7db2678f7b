import { hubConfig } from './config.ts';
import { subgraphEnvironment } from './program-environment.ts';
import { readSecrets } from './secrets.ts';
import type { SubgraphName } from './subgraphs.ts';

/** A subgraph's database, as the role that runs it and owns nothing: this hub's, or the one that the environment names. */
export function subgraphDatabaseUrl(name: SubgraphName): string {
  const config = hubConfig();
  const secrets = readSecrets(config.home);
  const setting = `DATABASE_URL_${name.toUpperCase()}`;
  const url = secrets ? subgraphEnvironment(name, config, secrets)[setting] : config.databaseUrls[name];
  if (url) return url;
  throw new Error(`There is no hub in ${config.home}. Set HUB_HOME to where it is, or ${setting}.`);
}
