import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import nodeFlags from '../../../gateway/node-flags.json' with { type: 'json' };
import { projectRoot } from '../../../shared/reference-data/project-root.ts';
import { freePorts } from '../../kit/free-ports.ts';
import { HEADERS } from './ask.ts';
import { CORES } from './cores.ts';

export type Sharing = 'on' | 'off';

export interface Gateway {
  name: string;
  /** The command's arguments behind `node`. */
  command(port: number, folder: string, sharing: Sharing): string[];
  environment?(sharing: Sharing): Record<string, string>;
}

export interface Running {
  name: string;
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const root = projectRoot();
export const peersFolder = path.join(root, 'test/bench/peers');
const peer = (name: string, file: string): Gateway => ({
  name,
  command: (port, folder, sharing) => [path.resolve(peersFolder, file), String(port), folder, sharing],
});

/** Ours is what `npm start` runs. */
export const OURS: Gateway = {
  name: 'ours',
  command: (port, folder) => [
    ...nodeFlags,
    path.join(root, 'dist/gateway/main.js'),
    ...['--supergraph', path.join(folder, 'supergraph.graphql'), '--port', String(port)],
  ],
  environment: (sharing) => ({ SHARE_IN_FLIGHT: sharing, RATE_PER_SECOND: '0' }),
};

export const GATEWAYS: Gateway[] = [
  OURS,
  peer('ours on Apollo Server', path.join(root, 'dist/test/bench/gateway/ours-on-apollo-server.js')),
  peer('Hive Gateway, Rust planner', 'hive.mjs'),
  peer('@apollo/gateway', 'apollo.mjs'),
  peer('mercurius', 'mercurius/mercurius.mjs'),
  peer('bare proxy', 'proxy.mjs'),
];

/** Installs the peers where that was not done, or is not what the lockfile says. */
export function installPeers(): void {
  for (const cwd of [peersFolder, path.join(peersFolder, 'mercurius')]) {
    try {
      execFileSync('npm', ['ls', '--all'], { cwd, stdio: 'ignore' });
    } catch {
      console.error(`· installing what ${path.relative(root, cwd)} names`);
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
    }
  }
}

/** Starts it on a core of its own and waits until it answers. */
export async function start(gateway: Gateway, folder: string, sharing: Sharing): Promise<Running> {
  const port = await freePorts(1);
  const node = [process.execPath, ...gateway.command(port, folder, sharing)];
  const [program = '', ...args] = CORES ? ['taskset', '-c', CORES.gateway, ...node] : node;
  const child = spawn(program, args, {
    env: { ...process.env, NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: '1', ...gateway.environment?.(sharing) },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  const running = { name: gateway.name, url, pid: child.pid ?? 0, stop: () => end(child) };
  for (let tries = 0; !(await answers(url)); tries++) {
    if (child.exitCode === null && tries < 300) {
      await sleep(100);
      continue;
    }
    await end(child);
    throw new Error(`It did not start: ${said || 'without a word.'}`);
  }
  return running;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function answers(url: string): Promise<boolean> {
  const body = JSON.stringify({ query: '{ __typename }' });
  const response = await fetch(url, { method: 'POST', headers: HEADERS, body }).catch(() => null);
  return response?.ok === true && (await response.text()).includes('Query');
}
