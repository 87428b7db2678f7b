import 'reflect-metadata';
import { parseArgs } from 'node:util';
import type { EntityManager } from '@mikro-orm/postgresql';
import { noteHeads } from '../access-log/note-head.ts';
import { openDatabase } from '../database/open-database.ts';
import { asSystem } from '../database/row-security/on-behalf.ts';
import { type Loop, startLoop } from '../events/loop.ts';
import { startEvents } from '../events/start-events.ts';
import { listening } from '../http/listening.ts';
import { serveUntilStopped } from '../process/serve-until-stopped.ts';
import { startOrSay } from '../process/start-or-say.ts';
import { startTracing } from '../telemetry/start-tracing.ts';
import { subgraphKey } from '../trust/signed-request.ts';
import { serveSubgraph } from './serve.ts';
import type { RequestContext, Subgraph } from './subgraph.ts';

/**
 * Runs a subgraph as a process: `--port N`, `DATABASE_URL_<NAME>`, `DATABASE_OWNER_URL_<NAME>`, `SUBGRAPH_KEY_<NAME>`, to
 * share events `EVENTS_URL`, and how it listens (`listening.ts`); ends with whoever started it.
 */
export const runSubgraph = <C extends RequestContext>(subgraph: Subgraph<C>): Promise<void> =>
  startOrSay(subgraph.name, () => start(subgraph));

async function start<C extends RequestContext>(subgraph: Subgraph<C>): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' } } });
  const listensTo = listening(process.env);
  subgraph.assertSettings?.();
  const { schema, sdl } = await subgraph.build();
  const databaseUrl = setting('DATABASE_URL', subgraph.name);
  const orm = await openDatabase({
    url: databaseUrl,
    ownerUrl: setting('DATABASE_OWNER_URL', subgraph.name),
    ...subgraph,
    build: async () => ({ schema, sdl }),
  }).catch((cause: Error) => {
    const why = cause.message.trim() || String((cause as NodeJS.ErrnoException).code);
    const names = ['DATABASE_URL', 'DATABASE_OWNER_URL'].map((kind) => nameOf(kind, subgraph.name)).join(' and ');
    throw new Error(`the database that ${names} name cannot be used: ${why}`, { cause });
  });
  delete process.env[nameOf('DATABASE_OWNER_URL', subgraph.name)]; // nothing that runs from now on is the owner
  const key = subgraphKey(setting('SUBGRAPH_KEY', subgraph.name));
  const events = await startEvents({
    ...subgraph,
    databaseUrl,
    eventsUrl: process.env.EVENTS_URL,
    em: orm.em,
    isLive: schema.getSubscriptionType() != null,
  });
  const stopNotingHeads = subgraph.people ? noteHeads(orm, subgraph.name) : () => {};
  const daily = startDaily(subgraph, orm.em);
  const tracer = await startTracing(subgraph.name);
  const stopping = new AbortController();
  const server = await serveSubgraph({
    subgraph,
    schema,
    orm,
    key,
    port: Number(values.port),
    listening: listensTo,
    isHeard: events.arePublished,
    tail: events.tail,
    stopping: stopping.signal,
    tracer,
  });
  const release = async (): Promise<void> => {
    stopNotingHeads();
    await daily?.stop();
    await events.stop();
    await orm.close();
    await tracer?.stop();
  };
  serveUntilStopped(server, release, () => stopping.abort());
}

const DAY_MS = 86_400_000;

const startDaily = <C extends RequestContext>({ name, daily }: Subgraph<C>, em: EntityManager): Loop | undefined =>
  daily && startLoop({ name: `${name}, daily`, every: DAY_MS, pass: () => asSystem(() => daily(em)) });

const nameOf = (kind: string, subgraph: string): string => `${kind}_${subgraph.toUpperCase()}`;

function setting(kind: string, subgraph: string): string {
  const name = nameOf(kind, subgraph);
  const value = process.env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run -s subgraph -- ${subgraph}\` sets it from the hub's own secrets.`);
  return value;
}
