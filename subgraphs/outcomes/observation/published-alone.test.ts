import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const FOLDER = path.join('subgraphs', 'outcomes', 'observation');
const SOURCES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));

/** What holds figures that are not published, and what reads it. */
const NOT_FOR_READERS = [
  /withheld/i,
  /\b(from|join)\s+"?(figure|submission|approval)\b/i,
  /WithheldFigures|\bFigure\b/,
];

it.each(SOURCES)('%s names no table of figures but the published ones', (name) => {
  const text = readFileSync(path.join(FOLDER, name), 'utf8').replace(/description:\s*'[^']*'/g, '');

  for (const forbidden of NOT_FOR_READERS) expect(text).not.toMatch(forbidden);
});

it.each(SOURCES)('%s imports of releases and submissions what tells of them, and nothing that reads them', (name) => {
  const imported = readFileSync(path.join(FOLDER, name), 'utf8').matchAll(
    /from '\.\.\/((?:release|submission)\/[^']+)'/g,
  );

  for (const [, file] of imported) expect(['release/release.ts', 'submission/submission.ts']).toContain(file);
});
