import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { openDatabase } from '../database/open-database.ts';
import { startEvents } from '../events/start-events.ts';
import { serveUntilStopped } from '../process/serve-until-stopped.ts';
import { startOrSay } from '../process/start-or-say.ts';
import { startTracing } from '../telemetry/start-tracing.ts';
import { subgraphKey } from '../trust/signed-request.ts';
import { serveSubgraph } from './serve.ts';
import type { RequestContext, Subgraph } from './subgraph.ts';

/**
 * Runs a subgraph as a process: `--port N`, `DATABASE_URL_<NAME>`, `SUBGRAPH_KEY_<NAME>` and, to share events,
 * `EVENTS_URL`; ends with whoever started it.
 */
export const runSubgraph = <C extends RequestContext>(subgraph: Subgraph<C>): Promise<void> =>
  startOrSay(subgraph.name, () => start(subgraph));

async function start<C extends RequestContext>(subgraph: Subgraph<C>): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const { schema, sdl } = await subgraph.build();
  const databaseUrl = setting('DATABASE_URL', subgraph.name);
  const orm = await openDatabase({
    url: databaseUrl,
    ...subgraph,
    build: async () => ({ schema, sdl }),
  }).catch((cause: Error) => {
    const why = cause.message.trim() || String((cause as NodeJS.ErrnoException).code);
    throw new Error(`the database that ${nameOf('DATABASE_URL', subgraph.name)} names cannot be used: ${why}`, {
      cause,
    });
  });
  const key = subgraphKey(setting('SUBGRAPH_KEY', subgraph.name));
  const events = await startEvents({
    ...subgraph,
    databaseUrl,
    eventsUrl: process.env.EVENTS_URL,
    em: orm.em,
    isLive: schema.getSubscriptionType() != null,
  });
  const tracer = await startTracing(subgraph.name);
  const stopping = new AbortController();
  const server = await serveSubgraph({
    subgraph,
    schema,
    orm,
    key,
    port: Number(values.port),
    isHeard: events.arePublished,
    tail: events.tail,
    stopping: stopping.signal,
    tracer,
  });
  const release = async (): Promise<void> => {
    await events.stop();
    await orm.close();
    await tracer?.stop();
  };
  serveUntilStopped(server, release, () => stopping.abort());
}

const nameOf = (kind: string, subgraph: string): string => `${kind}_${subgraph.toUpperCase()}`;

function setting(kind: string, subgraph: string): string {
  const name = nameOf(kind, subgraph);
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run -s subgraph -- ${subgraph}\` sets it from the hub's own secrets.`);
  return value;
}
