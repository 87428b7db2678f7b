import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it } from '@jest/globals';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import type { Graph } from './graph.ts';
import { LiveGraph } from './live-graph.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const supergraphOf = (fields: string) =>
  compose([{ name: 'trees', url: 'http://trees/', sdl: `type Query { ${fields} }` }]);
const OLD = supergraphOf('size: Int, weight: Int');
const WIDER = supergraphOf('size: Int, weight: Int, colour: Int');
const NARROWER = supergraphOf('size: Int');

let graph: LiveGraph<object>;
let lines: string[];
let planned: string[];
/** What the planner finds no way for. */
let unplannable: string | undefined;
beforeEach(() => {
  lines = [];
  planned = [];
  unplannable = undefined;
  graph = new LiveGraph({ supergraph: OLD, build, log: (what, facts) => lines.push(`${what} ${facts?.operation}`) });
});

const build = (supergraph: string) => {
  const engine = buildEngine<object>({ supergraph, send: async () => ({ text: '{"data":{"size":1}}' }) });
  const rehearse: typeof engine.rehearse = async (request) => {
    planned.push(request.source);
    if (supergraph !== OLD && request.source === unplannable) throw new Error('no way');
    return engine.rehearse(request);
  };
  return { ...engine, rehearse };
};
const clientsAsk = (...sources: string[]) => {
  for (const source of sources) graph.current.http.recorded.note(source);
};
const take = (supergraph: string, refuseBreaking?: boolean) =>
  graph.take({ supergraph, from: 'a push', refuseBreaking });
const fieldsOf = ({ engine }: Graph<object>) => Object.keys(engine.schema.getQueryType()?.getFields() ?? {});

it('serves a new supergraph once it was tried on what clients ask, so that they find it warm', async () => {
  const before = graph.current;
  clientsAsk('{ size }', '{ weight }');

  expect(await take(WIDER)).toMatchObject({ outcome: 'live', changed: true, breaks: [], rehearsed: 2 });
  expect(graph.current).not.toBe(before);
  expect(fieldsOf(graph.current)).toContain('colour');
  expect(planned).toEqual(['{ weight }', '{ size }']);
  expect(graph.current.http.recorded.all()).toEqual(before.http.recorded.all());
});

it('tells which operations a removed field breaks, and refuses only where it is asked to', async () => {
  clientsAsk('{ size }', 'query Heavy { weight }');
  const breaks = [{ operation: 'query Heavy { weight }', reason: expect.stringContaining('weight') }];

  expect(await take(NARROWER, true)).toMatchObject({ outcome: 'refused', code: 'BREAKING_CHANGE', breaks });
  expect(fieldsOf(graph.current)).toContain('weight');
  expect(await take(NARROWER)).toMatchObject({ outcome: 'live', changed: true, breaks });
  expect(graph.state).toMatchObject({ broken: 1, refused: null });
  expect(lines.join('\n')).toContain('breaks a recorded operation Heavy');
});

it('refuses a supergraph in which an operation is valid and cannot be planned any more', async () => {
  clientsAsk('{ size }');
  unplannable = '{ size }';

  expect(await take(WIDER)).toMatchObject({
    outcome: 'refused',
    code: 'PLANNING_FAILED',
    reasons: ['There is no plan for { size }: no way'],
  });
  expect(fieldsOf(graph.current)).not.toContain('colour');
});

it.each([
  ['cut off in the middle', OLD.slice(0, OLD.length / 2)],
  ['empty', ''],
  ['of a type that is not there', OLD.replace('size: Int', 'size: Bark')],
  ['without subgraphs', 'type Query { size: Int }'],
])('refuses a supergraph that is %s, and goes on serving', async (_, supergraph) => {
  const before = graph.current;

  expect(await take(supergraph)).toMatchObject({ outcome: 'refused', code: 'SUPERGRAPH_INVALID' });
  expect(graph.current).toBe(before);
  expect(graph.state.refused).toMatchObject({ from: 'a push', code: 'SUPERGRAPH_INVALID' });
});

it('refuses what composes well and the planner can make nothing of', async () => {
  const link =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@provides", "@external"])';
  const tree = 'type Tree @key(fields: "id") { id: ID! name: String';
  const provides = '@provides(fields: "name __typename")';
  const supergraph = compose([
    { name: 'a', url: 'http://a/', sdl: `${link} type Query { tree: Tree ${provides} } ${tree} @external }` },
    { name: 'b', url: 'http://b/', sdl: `${link} ${tree} }` },
  ]);

  expect(await take(supergraph)).toMatchObject({
    outcome: 'refused',
    code: 'SUPERGRAPH_INVALID',
    reasons: [expect.stringContaining('planner')],
  });
});

it('tells the log of a refusal once, and forgets it when the one that is served comes again', async () => {
  await take('');
  await take('');
  expect(lines).toHaveLength(1);

  expect(await take(OLD)).toMatchObject({ outcome: 'live', changed: false });
  expect(graph.state).toMatchObject({
    refused: null,
    outcomes: { live: 0, unchanged: 1, refused: 2, superseded: 0 },
  });
});

it('tries one at a time, and of those that wait the newest', async () => {
  const outcomes = await Promise.all([WIDER, supergraphOf('size: Int, age: Int'), NARROWER].map((sdl) => take(sdl)));

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['live', 'superseded', 'live']);
  expect(fieldsOf(graph.current)).toEqual(['size']);
});

it('lets go of a graph once nobody uses it', async () => {
  const old = new WeakRef(graph.current.engine);
  for (let i = 0; i < 3; i++) await take(i % 2 ? OLD : WIDER);

  for (let i = 0; i < 20 && old.deref(); i++) {
    await new Promise((resolve) => setTimeout(resolve, 10));
    collectGarbage();
  }
  expect(old.deref()).toBeUndefined();
});

it('plans an operation as it was asked: by its name and its conditions, and by nothing else of its variables', () => {
  const source = 'query A($more: Boolean!, $name: String) { size } query B { size }';
  graph.current.http.recorded.note(source, 'A', { more: true, name: 'secret' });
  graph.current.http.recorded.note(source, 'A', { more: true, name: 'other' });
  graph.current.http.recorded.note(source, 'A', { more: false });

  expect(graph.current.http.recorded.all().map(({ variables }) => variables)).toEqual([
    { more: true },
    { more: false },
  ]);
});

it('takes no supergraph that was checked against another than the one that is served', async () => {
  const checkedAgainst = graph.current.hash;
  await take(NARROWER);

  expect(await graph.take({ supergraph: WIDER, from: 'a push', checkedAgainst })).toEqual({ outcome: 'superseded' });
  expect(fieldsOf(graph.current)).toEqual(['size']);
});

it('rehearses elsewhere before it builds, on what clients ask, and refuses what has no plan there', async () => {
  const rehearsed: string[] = [];
  const rehearse = async (_: string, operations: readonly { name: string }[]) => {
    rehearsed.push(...operations.map(({ name }) => name));
    return { invalid: null, unplannable: [{ operation: '{ colour }', reason: 'no way' }], breaks: [], planned: 1 };
  };
  graph = new LiveGraph({ supergraph: OLD, build, log: () => {}, rehearse });
  clientsAsk('{ size }');

  expect(await take(WIDER)).toMatchObject({
    outcome: 'refused',
    code: 'PLANNING_FAILED',
    reasons: ['There is no plan for { colour }: no way'],
  });
  expect([rehearsed, planned]).toEqual([['{ size }'], []]);
});
