import { expect, it } from '@jest/globals';
import type { SubgraphRequest } from '../engine/engine.ts';
import { logFailures } from './log-failures.ts';
import { shareInFlight } from './share-in-flight.ts';

type Request = SubgraphRequest<{ who: string }>;
const request = (change: Partial<Request> = {}): Request => ({
  subgraph: 'cps',
  url: 'http://cps/',
  body: '{"query":"{ a }"}',
  kind: 'query',
  context: { who: 'me' },
  ...change,
});

it('sends equal queries that are on their way once, and each again when it is not', async () => {
  let sent = 0;
  const send = shareInFlight<{ who: string }>(
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `answer ${++sent}`;
    },
    ({ who }) => who,
  );

  expect(await Promise.all([send(request()), send(request())])).toEqual(['answer 1', 'answer 1']);
  expect(await send(request())).toBe('answer 2');
  const different = [
    request({ body: '{"query":"{ b }"}' }),
    request({ subgraph: 'outcomes' }),
    request({ context: { who: 'you' } }),
  ];
  await Promise.all([...different, request()].map(send));
  expect(sent).toBe(6);
  await Promise.all([send(request({ kind: 'mutation' })), send(request({ kind: 'mutation' }))]);
  expect(sent).toBe(8);
});

it('shares a failure, too, and does not keep it', async () => {
  let sent = 0;
  const send = shareInFlight<{ who: string }>(
    async () => {
      if (++sent === 1) throw new Error('reset');
      return 'answer';
    },
    ({ who }) => who,
  );

  const both = await Promise.allSettled([send(request()), send(request())]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await send(request())).toBe('answer');
});

it('tells the log of a failure once, of another reason again, and of the recovery', async () => {
  const lines: string[] = [];
  const outcomes = ['refused', 'refused', 'late', 'fine', 'fine'];
  const send = logFailures<{ who: string }>(
    async () => {
      const outcome = outcomes.shift() ?? '';
      if (outcome !== 'fine') throw new Error(outcome);
      return outcome;
    },
    (line) => lines.push(line),
  );

  for (let i = 0; i < 5; i++) await send(request()).catch(() => {});
  expect(lines).toEqual(['cps fails: refused', 'cps fails: late', 'cps answers again']);
});
