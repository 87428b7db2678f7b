import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { projectRoot } from '../shared/reference-data/project-root.ts';

const read = (file: string): string => readFileSync(path.join(projectRoot(), file), 'utf8');
/** Threat, control, where, default, tests; a row of one cell names what follows. */
const ROWS = read('ARCHITECTURE.md')
  .split('## Trust\n')[1]
  ?.split('\n## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| threat |'))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter(([first = '']) => !first.startsWith('**'));

it('names for each threat a control, where it is, its default and its tests, and each test is there', () => {
  expect(ROWS?.length).toBeGreaterThan(40);
  for (const cells of ROWS ?? []) {
    expect([cells[0], cells.length, cells.filter((cell) => cell.trim() === '')]).toEqual([cells[0], 5, []]);
    const tests = [...(cells[4] ?? '').matchAll(/`([^`]+)` "([^"]+)"/g)];
    expect([cells[0], tests.length > 0]).toEqual([cells[0], true]);
    for (const [, file = '', name = ''] of tests) {
      expect([file, existsSync(path.join(projectRoot(), file))]).toEqual([file, true]);
      expect(name).toMatch(/^(denies|hides|survives|detects) /);
      expect([file, name, read(file).includes(name)]).toEqual([file, name, true]);
    }
  }
});
