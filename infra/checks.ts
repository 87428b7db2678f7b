import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../shared/reference-data/project-root.ts';

/** A command that says by its exit code whether something holds. */
export interface Check {
  what: string;
  command: string[];
}

const root = projectRoot();
const module = (file: string): string => path.join(root, 'node_modules', file);

export const biome = (what: string, ...options: string[]): Check => ({
  what,
  command: [module('.bin/biome'), 'check', ...options, '.'],
});

const CRUISER = 'dependency-cruiser/bin/dependency-cruiser.mjs';
const FOLDERS = ['gateway', 'subgraphs', 'shared', 'infra', 'test'];

export const lint = (): Check[] => [
  biome('format and lint', '--error-on-warnings'),
  {
    what: 'who imports whom',
    command: [process.execPath, module(CRUISER), '--config', '.dependency-cruiser.json', ...FOLDERS],
  },
];

export const types = (): Check[] => [
  { what: 'types', command: [process.execPath, module('typescript/bin/tsc'), '--noEmit'] },
  {
    what: 'types of the dashboard',
    command: [process.execPath, module('typescript/bin/tsc'), '--noEmit', '--project', 'gateway/dashboard/app'],
  },
];

export const generatedFiles = (): Check => ({
  what: 'generated files',
  command: [process.execPath, 'dist/infra/generate/generate.js', '--check'],
});

/** Whether it holds; what it says goes to the terminal. */
export function runCheck({ what, command: [program = '', ...args] }: Check): boolean {
  console.log(`· ${what}`);
  return spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
