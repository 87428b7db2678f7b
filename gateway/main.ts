import { readFileSync } from 'node:fs';
import { serveUntilStopped } from '../shared/process/serve-until-stopped.ts';
import { startOrSay } from '../shared/process/start-or-say.ts';
import { gatewayConfig } from './config.ts';
import { buildEngine } from './engine/engine.ts';
import { serveGateway } from './host/serve.ts';
import { LiveGraph } from './live-graph/live-graph.ts';
import { watchSupergraphFile } from './live-graph/watch-file.ts';
import { logFailures } from './subgraph-client/log-failures.ts';
import { subgraphClient } from './subgraph-client/send-signed.ts';
import { shareInFlight } from './subgraph-client/share-in-flight.ts';

/** The gateway as a process. It starts whether or not its subgraphs answer, and ends with whoever started it. */
await startOrSay('gateway', async () => {
  const config = gatewayConfig(process.argv.slice(2), process.env);
  const client = subgraphClient(config.keys);
  const shared = shareInFlight(client.send, ({ caller }) => JSON.stringify(caller));
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const send = logFailures(shared, log);
  const build = (supergraph: string) =>
    buildEngine({
      supergraph,
      send,
      urls: config.urls,
      onPlanningFailure: (cause, operation) => log(`no plan for ${operation.slice(0, 500)}: ${cause}`),
    });
  const graph = new LiveGraph({ supergraph: readFileSync(config.supergraph, 'utf8'), build, log });
  watchSupergraphFile(config.supergraph, graph);
  const server = await serveGateway({ graph, client, operatorToken: config.operatorToken, port: config.port });
  serveUntilStopped(server, client.close);
});
