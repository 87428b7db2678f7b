import { expect } from '@jest/globals';
import { fuzz } from './fuzz.ts';
import type { FuzzedHub } from './fuzzed-hub.ts';

/** Of which the megabytes are for what a process keeps by itself: compiled code, statistics of connections. */
const MAY_GROW_MB = 15;

/** Fires the shots, and fails for whatever is wrong with one answer, or with the hub afterwards. */
export async function checkFuzzed(hub: FuzzedHub, shots: number, seed: number): Promise<void> {
  await fuzz(hub, 150, 0); // until everything is compiled
  await hub.forgetPlans();
  const before = await fixedQuestions(hub);
  const base = await hub.memory();

  const { findings, counts } = await fuzz(hub, shots, seed);

  expect(findings.slice(0, 20)).toEqual([]);
  expect(hub.mistakes()).toEqual([]);
  expect(await fixedQuestions(hub)).toEqual(before);
  await hub.forgetPlans();
  const after = await hub.memory();
  expect(after.heapUsed - base.heapUsed).toBeLessThan(MAY_GROW_MB);
  expect(counts).toMatchObject(
    Object.fromEntries(EACH_KIND.map((kind) => [kind, expect.any(Number)])), // or it would be no fuzzing
  );
}

/** What even a few hundred shots come upon. */
const EACH_KIND = [
  'bytes 400',
  'paths 200',
  'paths 404',
  'json 400',
  'documents data',
  'documents GRAPHQL_VALIDATION_FAILED',
  'argumentsOfRoots data',
  'argumentsOfRoots INVALID',
  'tokens TOKEN_INVALID',
  'tokens data',
  'files data',
  'files INVALID',
  'persisted data',
  'persisted PERSISTED_QUERY_NOT_FOUND',
  'sockets 101',
  'events data',
];

/** Each of the rows and files that there were at the beginning, as the operator sees it. */
async function fixedQuestions(hub: FuzzedHub): Promise<string[]> {
  const { ids, releases } = hub.known;
  const asked = ids.map((id, i) => `n${i}: node(id: "${id}") { __typename id }`);
  const parts = Array.from({ length: Math.ceil(asked.length / 20) }, (_, i) => asked.slice(i * 20, i * 20 + 20));
  return Promise.all([
    hub.ask('/supergraph'),
    ...parts.map((part) => hub.ask('/graphql', { query: `{ ${part.join(' ')} }` })),
    ...releases.slice(0, 3).map((id) => hub.ask(`/releases/${id}/data.csv`)),
  ]);
}
