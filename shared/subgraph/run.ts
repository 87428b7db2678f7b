import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from '../database/open-database.ts';
import { subgraphKey } from '../trust/signed-request.ts';
import { serveSubgraph } from './serve.ts';
import type { RequestContext, Subgraph } from './subgraph.ts';

/** Runs a subgraph as a process: `--port N`, `DATABASE_URL_<NAME>` and `SUBGRAPH_KEY_<NAME>`; ends with whoever started it. */
export async function runSubgraph<C extends RequestContext>(subgraph: Subgraph<C>): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const { schema } = await subgraph.build();
  const orm = await openDatabase({
    url: setting('DATABASE_URL', subgraph.name),
    ...subgraph,
  });
  const key = subgraphKey(setting('SUBGRAPH_KEY', subgraph.name));
  const server = await serveSubgraph({
    subgraph,
    schema,
    orm,
    key,
    port: Number(values.port),
  });

  const stop = async (): Promise<void> => {
    server.close();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
    await new Promise((resolve) => server.once('close', resolve));
    await orm.close();
    process.exit(0);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, stop);
  process.send?.('ready');
}

function setting(kind: string, subgraph: string): string {
  const name = `${kind}_${subgraph.toUpperCase()}`;
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run -s subgraph -- ${subgraph}\` sets it from the hub's own secrets.`);
  return value;
}
