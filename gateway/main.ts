import { readFileSync } from 'node:fs';
import { serveUntilStopped } from '../shared/process/serve-until-stopped.ts';
import { startOrSay } from '../shared/process/start-or-say.ts';
import { gatewayConfig } from './config.ts';
import { buildEngine } from './engine/engine.ts';
import { serveGateway } from './host/serve.ts';
import { logFailures } from './subgraph-client/log-failures.ts';
import { subgraphClient } from './subgraph-client/send-signed.ts';
import { shareInFlight } from './subgraph-client/share-in-flight.ts';

/** The gateway as a process. It starts whether or not its subgraphs answer, and ends with whoever started it. */
await startOrSay('gateway', async () => {
  const config = gatewayConfig(process.argv.slice(2), process.env);
  const client = subgraphClient(config.keys);
  const shared = shareInFlight(client.send, ({ caller }) => JSON.stringify(caller));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const engine = buildEngine({
    supergraph: readFileSync(config.supergraph, 'utf8'),
    send: logFailures(shared, log),
    urls: config.urls,
    onPlanningFailure: (cause, operation) => log(`no plan for ${operation.slice(0, 500)}: ${cause}`),
  });
  const { operatorToken, port, showsPlans } = config;
  const server = await serveGateway({ engine, client, operatorToken, port, showsPlans });
  serveUntilStopped(server, client.close);
});
