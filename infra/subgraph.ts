import { parseArgs } from 'node:util';
import { hubConfig } from './config.ts';
import { subgraphEnvironment } from './program-environment.ts';
import { readSecrets } from './secrets.ts';
import { portOf, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

/** `npm run -s subgraph -- NAME [--port N]`: one subgraph alone, with the hub's secrets or with what the environment says. */
const [name, ...args] = process.argv.slice(2);
if (!isSubgraph(name)) {
  console.error(`Which subgraph? npm run -s subgraph -- NAME [--port N], where NAME is ${SUBGRAPHS.join(', ')}.`);
  process.exit(1);
}

try {
  const { values } = parseArgs({ args, options: { port: { type: 'string' } } });
  const config = hubConfig();
  const secrets = readSecrets(config.home);
  if (secrets) process.env = { ...subgraphEnvironment(name, config, secrets), ...process.env };
  // the subgraph's own program takes options alone
  process.argv.splice(2, Number.POSITIVE_INFINITY, '--port', values.port ?? String(portOf(name, config.port)));

  await import(`../subgraphs/${name}/main.js`);
  console.log(`${name} answers the gateway`);
} catch (error) {
  console.error(`${name} did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

function isSubgraph(text: string | undefined): text is SubgraphName {
  return SUBGRAPHS.some((one) => one === text);
}
