import { hubConfig } from './config.ts';
import { gatewayEnvironment } from './program-environment.ts';
import { readSecrets } from './secrets.ts';

/** `npm run -s gateway -- [--supergraph FILE] [--port N]`: the gateway alone, on the hub's supergraph or on any other. */
const config = hubConfig();
const secrets = readSecrets(config.home);
if (secrets) process.env = { ...gatewayEnvironment(secrets, {}), ...process.env };
if (!process.argv.includes('--supergraph')) process.argv.push('--supergraph', 'gateway/supergraph.graphql');
if (!process.argv.includes('--port')) process.argv.push('--port', String(config.port));

try {
  await import('../gateway/main.ts');
  console.log(`gateway ready http://127.0.0.1:${process.argv[process.argv.indexOf('--port') + 1]}/`);
} catch (error) {
  console.error(`The gateway did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
