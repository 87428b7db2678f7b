import { parseArgs } from 'node:util';
import { hubConfig, pathFromCaller, subgraphUrls } from './config.ts';
import { gatewayEnvironment } from './program-environment.ts';
import { readSecrets } from './secrets.ts';

/** `npm run -s gateway -- [--supergraph FILE] [--port N]`: the gateway alone, on the hub's supergraph or on any other. */
try {
  const { values } = parseArgs({ options: { supergraph: { type: 'string' }, port: { type: 'string' } } });
  const config = hubConfig();
  const supergraph = values.supergraph ? pathFromCaller(values.supergraph) : 'gateway/supergraph.graphql';
  const port = values.port ?? String(config.port);
  const urls = values.supergraph ? {} : subgraphUrls(config);
  process.env = { ...gatewayEnvironment(config, readSecrets(config.home), urls), ...process.env };
  process.argv.splice(2, Number.POSITIVE_INFINITY, '--supergraph', supergraph, '--port', port);

  await import('../gateway/main.ts');
  console.log(`gateway ready http://127.0.0.1:${port}/`);
} catch (error) {
  console.error(`The gateway did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}
