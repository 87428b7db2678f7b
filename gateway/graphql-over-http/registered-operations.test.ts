import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { until } from '../../test/kit/live-forest.ts';
import { hashOf } from './document-hash.ts';
import { RegisteredOperations, readManifest } from './registered-operations.ts';
import { watchManifests } from './watch-manifests.ts';

const [one, two] = ['{ one }', '{ two }'];
const PLAIN = { [hashOf(one)]: one, [`sha256:${hashOf(two)}`]: two };
const APOLLO = {
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id: hashOf(one), name: 'One', type: 'query', body: one }],
};

let folder: string;
let stop: () => void = () => {};
let lines: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'manifests-'));
  lines = [];
});
afterEach(() => {
  stop();
  rmSync(folder, { recursive: true });
});
const write = (name: string, manifest: unknown): void =>
  writeFileSync(path.join(folder, name), typeof manifest === 'string' ? manifest : JSON.stringify(manifest));

it("reads documents by their hashes, and Apollo's manifests", () => {
  expect([...readManifest(JSON.stringify(PLAIN))]).toEqual([
    [hashOf(one), one],
    [hashOf(two), two],
  ]);
  expect([...readManifest(JSON.stringify(APOLLO))]).toEqual([[hashOf(one), one]]);
});

it.each([
  ['another document than its hash says', JSON.stringify({ [hashOf(one)]: two }), 'is not the SHA-256'],
  ['a list', '[]', 'is an object'],
  ['a number for a document', JSON.stringify({ [hashOf(one)]: 1 }), 'is no text'],
  ['Apollo’s format without operations', JSON.stringify({ format: APOLLO.format }), 'has `operations`'],
])('denies a manifest with %s', (_, text, reason) => {
  expect(() => readManifest(text)).toThrow(reason);
});

it('knows what the folder holds, and what changes in it; what cannot be read takes nothing away', async () => {
  write('desk.json', { [hashOf(one)]: one });
  write('notes.txt', 'nothing');
  const operations = new RegisteredOperations();
  stop = await watchManifests(folder, operations, (line) => lines.push(line));

  expect([operations.find(hashOf(one), 'desk'), operations.find(hashOf(one), 'other')]).toEqual([one, undefined]);
  expect(operations.find(hashOf(one), null)).toBeUndefined();

  write('desk.json', '{');
  write('public.json', { [hashOf(two)]: two });
  await until(() => operations.size === 2);
  expect([operations.find(hashOf(one), 'desk'), operations.find(hashOf(two), null)]).toEqual([one, two]);
  expect(lines.join('\n')).toContain('the operations of a client stay as they were, for their file cannot be read');

  rmSync(path.join(folder, 'desk.json'));
  await until(() => operations.find(hashOf(one), 'desk') === undefined);
  expect(operations.find(hashOf(two), 'desk')).toBe(two);
});

it('does not start without its folder', async () => {
  await expect(watchManifests(path.join(folder, 'none'), new RegisteredOperations(), () => {})).rejects.toThrow(
    'ENOENT',
  );
});
