import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from '../database/open-database.ts';
import { serveUntilStopped } from '../process/serve-until-stopped.ts';
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
  serveUntilStopped(server, () => orm.close());
}

function setting(kind: string, subgraph: string): string {
  const name = `${kind}_${subgraph.toUpperCase()}`;
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run -s subgraph -- ${subgraph}\` sets it from the hub's own secrets.`);
  return value;
}
