import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { eventually } from '../../test/kit/hub.ts';
import { LINK, SERVED } from '../../test/kit/small-federation.ts';
import { compose } from '../compose.ts';
import { buildEngine } from '../engine/engine.ts';
import { LiveGraph } from '../live-graph/live-graph.ts';
import { rehearseApart } from './rehearse-apart.ts';

const NEVER = 600_000;
/** The process of a rehearsal that this test has begun. */
function child(): number | undefined {
  const line = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' })
    .split('\n')
    .map((text) => text.trim().split(/\s+/))
    .find(
      ([, parent, ...args]) => Number(parent) === process.pid && args.some((arg) => arg.includes('rehearse-process')),
    );
  return line && Number(line[0]);
}
async function childOf(rehearsal: Promise<unknown>): Promise<number> {
  void rehearsal;
  await eventually(() => child() !== undefined, 30);
  return child() ?? 0;
}

it('plans what clients send and what the graph has to offer, and tells what is not valid', async () => {
  const rehearsal = await rehearseApart(SERVED, [
    { name: 'good', source: '{ places { name } }' },
    { name: 'bad', source: '{ planets { name } }' },
    { name: 'torn', source: '{ places {' },
  ]);

  expect(rehearsal).toMatchObject({
    invalid: null,
    unplannable: [],
    breaks: [
      { operation: 'bad', reason: expect.stringContaining('planets') },
      { operation: 'torn', reason: expect.stringContaining('Syntax Error') },
    ],
  });
  expect(rehearsal.planned).toBeGreaterThan(5);
});

it('denies what composes well and the planner can make nothing of', async () => {
  const tree = 'type Tree @key(fields: "id") { id: ID! name: String';
  const supergraph = compose([
    {
      name: 'a',
      url: 'http://a/',
      sdl: `${LINK} type Query { tree: Tree @provides(fields: "name __typename") } ${tree} @external }`,
    },
    { name: 'b', url: 'http://b/', sdl: `${LINK} ${tree} }` },
  ]);

  expect(await rehearseApart(supergraph)).toMatchObject({ invalid: expect.stringContaining('planner'), planned: 0 });
});

it('survives a planner that ends its process, and knows none of our secrets', async () => {
  const rehearsal = rehearseApart(SERVED, [], NEVER);
  const pid = await childOf(rehearsal);
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean);
  process.kill(pid, 'SIGSEGV');

  expect(await rehearsal).toMatchObject({ invalid: expect.stringMatching(/ends its process \(SIGSEGV\) on /) });
  expect(
    environment.map((setting) => setting.replace(/=.*/s, '')).filter((name) => !/^NODE_CHANNEL/.test(name)),
  ).toEqual([]);
});

it('survives a planner that comes to no end, and leaves no process behind', async () => {
  const rehearsal = rehearseApart(SERVED, [], 1);

  expect(await rehearsal).toMatchObject({ invalid: expect.stringContaining('comes to no end') });
  await eventually(() => child() === undefined, 0.5); // by itself it would take longer
});

it('keeps the graph that is served where another would have ended the process', async () => {
  const build = (supergraph: string) => buildEngine<object>({ supergraph, send: async () => ({ text: '{}' }) });
  const dies = async (supergraph: string) => {
    const rehearsal = rehearseApart(supergraph, [], NEVER);
    process.kill(await childOf(rehearsal), 'SIGABRT');
    return rehearsal;
  };
  const graph = new LiveGraph({ supergraph: SERVED, build, log: () => {}, rehearse: dies });
  const before = graph.current;

  expect(
    await graph.take({
      supergraph: SERVED.replace('scalar join__FieldValue', '"x" scalar join__FieldValue'),
      from: 'a push',
    }),
  ).toMatchObject({
    outcome: 'refused',
    code: 'SUPERGRAPH_INVALID',
    reasons: [expect.stringContaining('SIGABRT')],
  });
  expect(graph.current).toBe(before);
});
