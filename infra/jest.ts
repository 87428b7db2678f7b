import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { projectRoot } from '../shared/reference-data/project-root.ts';

/** `npm test [-- PATTERN …]`: Jest as the project runs it, on real PostgreSQL that it starts itself. */
export function runJest(args: string[]): number {
  const root = projectRoot();
  const command = [
    '--experimental-vm-modules', // Jest loads ES modules with it alone
    '--no-warnings=ExperimentalWarning',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    ...['--config', path.join(root, 'test/jest.config.js')],
  ];
  const { status } = spawnSync(process.execPath, [...command, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
}
