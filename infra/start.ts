import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import nodeFlags from '../gateway/node-flags.json' with { type: 'json' };
import { tryOutCode } from '../gateway/try-out/try-out-code.ts';
import { type KeepOptions, keepEventLog } from '../shared/events/keep-event-log.ts';
import { type HubConfig, hubConfig, settingsFor, subgraphUrls } from './config.ts';
import { importDemo } from './import/import-demo.ts';
import { ensureDatabase, ensureRole, ensureUser, ownerOf } from './postgres/databases.ts';
import { type Postgres, startPostgres } from './postgres/postgres.ts';
import {
  embeddedEventsUrl,
  embeddedSubgraphs,
  eventSettings,
  GATEWAY,
  gatewayEnvironment,
  postgresHome,
  subgraphEnvironment,
} from './program-environment.ts';
import { makeSecrets, readSecrets, type Secrets, secretsFile } from './secrets.ts';
import { takeLock } from './start/lock.ts';
import { type Program, startProgram, stopProgram } from './start/program.ts';
import { portOf, SUBGRAPHS, type SubgraphName } from './subgraphs.ts';

/** `npm start [-- --no-demo]`: everything that a hub on one machine is, in the order in which each stands on the one before. */
const { values: options } = parseArgs({ options: { 'no-demo': { type: 'boolean' } } });
const undo: (() => Promise<void> | void)[] = [];
let stopping: Promise<void> | undefined;

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(event, () => void stop(0));

try {
  await start(hubConfig());
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function start(config: HubConfig): Promise<void> {
  const local = SUBGRAPHS.filter((name) => !config.subgraphUrls[name]);
  try {
    mkdirSync(config.home, { recursive: true });
  } catch (cause) {
    throw new Error(`The folder HUB_HOME=${config.home} cannot be made: ${(cause as Error).message}.`, { cause });
  }
  undo.push(await takeLock(config.home));
  const known = readSecrets(config.home);
  const secrets = known ?? makeSecrets(config.home);

  const { url, retentionDays } = eventSettings();
  const embedded = embeddedSubgraphs(config);
  const server = embedded.length > 0 ? await startDatabases(config, secrets, embedded) : null;
  if (url) await startKeeping({ url, roles: [], readers: [], retentionDays });
  else if (server) await startKeeping({ ...(await ensureEvents(config, secrets, server, local)), retentionDays });

  say(`starting the gateway and the subgraphs ${local.join(', ')}`);
  const logs = path.join(config.home, 'logs');
  await Promise.all([
    ...local.map((name) =>
      run(
        {
          name,
          entry: `subgraphs/${name}/main.js`,
          args: ['--port', String(portOf(name, config.port))],
          env: subgraphEnvironment(name, config, secrets),
          logs,
        },
        config,
      ),
    ),
    run(
      {
        name: 'gateway',
        entry: 'gateway/main.js',
        args: ['--supergraph', 'gateway/supergraph.graphql', '--port', String(config.port)],
        env: gatewayEnvironment(config, secrets, subgraphUrls(config)),
        logs,
        nodeFlags,
      },
      config,
    ),
  ]);

  const hub = `http://127.0.0.1:${config.port}/`;
  if (!options['no-demo']) await importDemo({ hub, home: config.home, operatorToken: secrets.operatorToken, say });
  if (!known)
    say(`the operator token, which runs the hub: ${secrets.operatorToken} (kept in ${secretsFile(config.home)})`);
  console.log(`\nhub ready ${hub}`);
  if (process.env.NODE_ENV !== 'production') {
    console.log(`  try it out as somebody of the demo: ${hub}#try-out=${tryOutCode(secrets.localIssuerKey)}`);
  }
  console.log(`  ask it in the browser: ${hub}graphql    which subgraphs answer: ${hub}ready    logs: ${logs}`);
}

async function startDatabases(config: HubConfig, secrets: Secrets, names: SubgraphName[]): Promise<Postgres> {
  say('starting PostgreSQL');
  const postgres = await startPostgres({ home: postgresHome(config.home), password: secrets.postgresPassword });
  undo.push(() => postgres.stop());
  for (const name of names) {
    const password = secrets.ownerPasswords[name];
    await ensureDatabase(postgres.adminUrl, name, { owner: ownerOf(name), password });
    await ensureUser(postgres.adminUrl, name, { user: name, password: secrets.databasePasswords[name] });
  }
  return postgres;
}

/** The embedded event log: a database of the hub's own, to which every subgraph here appends under its own role, and which the gateway reads. */
async function ensureEvents(config: HubConfig, secrets: Secrets, { adminUrl }: Postgres, roles: SubgraphName[]) {
  await ensureDatabase(adminUrl, 'events', { owner: 'events', password: secrets.eventsPassword });
  for (const role of roles) await ensureRole(adminUrl, role, secrets.databasePasswords[role]);
  await ensureRole(adminUrl, GATEWAY, secrets.gatewayPassword);
  return { url: embeddedEventsUrl(config.home, 'events', secrets.eventsPassword), roles, readers: [GATEWAY] };
}

async function startKeeping(options: KeepOptions): Promise<void> {
  const keeping = await keepEventLog(options);
  undo.push(() => keeping.stop());
}

async function run(options: Parameters<typeof startProgram>[0], config: HubConfig): Promise<void> {
  const program = await startProgram(options);
  undo.push(() => stopProgram(program));
  program.process.once('exit', () => reportLoss(program, options.logs, config));
}

/** The others go on without it: nobody is helped when one partner's failure stops the rest. */
function reportLoss({ name }: Program, logs: string, config: HubConfig): void {
  if (stopping) return;
  const again = name === 'gateway' ? 'npm run -s gateway' : `npm run -s subgraph -- ${name}`;
  console.error(
    `! ${name} stopped; the others go on. Why: ${path.join(logs, `${name}.log`)}. Start it again: ${settingsFor(config)}${again}`,
  );
}

function say(what: string): void {
  console.log(`· ${what}`);
}

/** Ends what was started, the last first, so that nothing loses what it stands on. */
function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const end of undo.reverse()) await end();
    process.exit(code);
  })();
  return stopping;
}
