import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { hashOf } from '../../gateway/graphql-over-http/document-hash.ts';
import { NOTHING_ALLOWED } from '../../gateway/publish-check/finding.ts';
import { checkSdlFile, verdictLines, type Wish } from './check-sdl-file.ts';

const CPS = readFileSync('subgraphs/cps/schema.graphql', 'utf8');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const check = (sdl: string, more: Partial<Wish> = {}) =>
  checkSdlFile({ subgraph: 'cps', file: fileWith('cps.sdl', sdl), allowed: NOTHING_ALLOWED, ...more });
const withoutTopic = CPS.replace(/type Training [\s\S]*?\n}/, (type) => type.replace(/\n {2}topic: [^\n]*/, ''));

it("finds nothing to say of the hub's own subgraph, and plans all of the graph", async () => {
  const verdict = await check(CPS);

  expect(verdict.findings).toEqual([]);
  expect(verdict.planned).toBeGreaterThan(100);
  expect(verdictLines(verdict, 'cps.sdl')).toEqual([`cps can be published. Operations planned: ${verdict.planned}.`]);
}, 90_000);

it('detects which registered operations would no longer be valid, in files and in manifests', async () => {
  expect(withoutTopic).not.toBe(CPS);
  const trainings = 'query Topics { trainings { nodes { topic } } }';
  fileWith('two.graphql', `${trainings} query Ideas { ideas { nodes { id } } }`);
  const operations = [{ id: hashOf(trainings), name: 'Topics', body: trainings }];
  fileWith('apollo.json', JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }));
  const documents = ['{ announcements { nodes { id } } }', 'query Old { gone }'];
  fileWith('hashes.json', JSON.stringify(Object.fromEntries(documents.map((text) => [hashOf(text), text]))));

  const { findings } = await check(withoutTopic, { operations: folder });

  expect(findings.map(({ severity, code, message }) => [severity, code, message.replace(folder, 'DIR')])).toEqual([
    ['warning', 'BREAKING_CHANGE', expect.stringMatching(/^Old in .*hashes\.json is not valid in the graph as it is/)],
    ['error', 'BREAKING_CHANGE', expect.stringMatching(/^Clients send Topics in .*apollo\.json: .*"topic"/)],
    ['error', 'BREAKING_CHANGE', expect.stringMatching(/^Clients send Topics in .*two\.graphql: .*"topic"/)],
  ]);
}, 90_000);

it('denies a manifest that the gateway would refuse, and says which file it is', async () => {
  fileWith('desk.json', JSON.stringify({ abc: '{ announcements { nodes { id } } }' }));

  await expect(check(CPS, { operations: folder })).rejects.toThrow(
    /desk\.json is no manifest.* abc is not the SHA-256/,
  );
});

it('says file, line, severity and code of each finding, and of what it is to be published', async () => {
  const sdl = CPS.replace(/(answerConsultation\(.*\): Consultation!) @authenticated/, '$1');
  const line = sdl.split('\n').findIndex((text) => text.includes('answerConsultation(')) + 1;
  const verdict = await check(sdl);

  expect(verdictLines(verdict, 'cps.sdl')).toEqual([
    `cps.sdl:${line}: error RIGHTS_LOST: Mutation.answerConsultation needed a token, and now nothing: more may see it.`,
    'cps cannot be published so: errors: 1.',
  ]);
});

it('denies a new subgraph at a host that nobody named', async () => {
  const sdl = 'type Query { fronds: Int }';
  const { findings } = await check(sdl, { subgraph: 'ferns', url: 'http://169.254.169.254/' });

  expect(findings).toEqual([expect.objectContaining({ severity: 'error', code: 'ADDRESS_NOT_ALLOWED' })]);
}, 90_000);
