import { expect, it } from '@jest/globals';
import type { SubgraphRequest } from '../engine/engine.ts';
import { logFailures } from './log-failures.ts';

const request = (change: Partial<SubgraphRequest<null>> = {}): SubgraphRequest<null> => ({
  subgraph: 'cps',
  url: 'http://cps/',
  body: '{"query":"{ a }"}',
  kind: 'query',
  context: null,
  ...change,
});

it('tells the log of a failure once, of another reason again, and of the recovery', async () => {
  const lines: string[] = [];
  const outcomes = ['refused', 'refused', 'late', 'fine', 'fine'];
  const send = logFailures<null>(
    async () => {
      const outcome = outcomes.shift() ?? '';
      if (outcome !== 'fine') throw new Error(outcome);
      return { text: outcome };
    },
    (what, facts) => lines.push(`${what}: ${facts?.subgraph} ${facts?.reason}`),
  );

  for (let i = 0; i < 5; i++) await send(request()).catch(() => {});
  expect(lines).toEqual([
    'a subgraph fails: cps refused',
    'a subgraph fails: cps late',
    'a subgraph answers again: cps undefined',
  ]);
});

it('blames no subgraph for a caller who did not wait', async () => {
  const lines: string[] = [];
  const send = logFailures<null>(
    async () => {
      throw new Error('gone');
    },
    (what, facts) => lines.push(`${what}: ${facts?.subgraph} ${facts?.reason}`),
  );

  await send(request({ signal: AbortSignal.abort() })).catch(() => {});
  expect(lines).toEqual([]);
});
