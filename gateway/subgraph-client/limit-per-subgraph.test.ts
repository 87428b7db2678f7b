import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { SubgraphResponse } from '../engine/engine.ts';
import type { TimedRequest } from './deadline.ts';
import { type Limited, limitPerSubgraph } from './limit-per-subgraph.ts';

/** Ends the requests that a subgraph was sent, in the order of their sending. */
let begun: { body: string; end: (error?: Error) => void }[];
let limited: Limited<null>;
beforeEach(() => {
  begun = [];
  const send = ({ body }: TimedRequest<null>) =>
    new Promise<SubgraphResponse>((resolve, reject) => {
      begun.push({ body, end: (error) => (error ? reject(error) : resolve({ text: `to ${body}` })) });
    });
  limited = limitPerSubgraph(send, { atOnce: 2, waiting: 2 });
});

afterEach(async () => {
  while (limited.load().some(({ underWay }) => underWay > 0)) {
    for (const { end } of begun) end();
    await settle();
  }
});

const ask = (body: string, change: Partial<TimedRequest<null>> = {}) => {
  const until = performance.now() + 5_000;
  const answer = limited.send({ subgraph: 'cps', url: '', body, kind: 'query', context: null, until, ...change });
  answer.catch(() => {}); // a test looks at it later
  return answer;
};
const bodies = () => begun.map(({ body }) => body);
const settle = () => new Promise(setImmediate);

it('sends so many at once, lets so many wait for their turn, and refuses the rest at once', async () => {
  const answers = ['a', 'b', 'c', 'd'].map((body) => ask(body));
  await expect(ask('e')).rejects.toMatchObject({ code: 'SUBGRAPH_OVERLOADED', begun: false });
  expect(bodies()).toEqual(['a', 'b']);
  expect(limited.load()).toEqual([{ subgraph: 'cps', underWay: 2, waiting: 2 }]);

  begun[1]?.end();
  await settle();
  const newcomer = ask('f');
  expect(bodies()).toEqual(['a', 'b', 'c']);
  begun[0]?.end(new Error('reset'));
  await settle();
  expect(bodies()).toEqual(['a', 'b', 'c', 'd']);

  for (let turn = 0; turn < 3; turn++) {
    for (const { end } of begun) end();
    await settle();
  }
  await expect(answers[0]).rejects.toThrow('reset');
  expect(await Promise.all([...answers.slice(1), newcomer])).toEqual(
    ['b', 'c', 'd', 'f'].map((body) => ({ text: `to ${body}` })),
  );
  expect(limited.load()).toEqual([{ subgraph: 'cps', underWay: 0, waiting: 0 }]);
});

it('keeps nobody from another subgraph', async () => {
  for (const body of ['a', 'b', 'c', 'd']) ask(body);
  ask('other', { subgraph: 'outcomes' });

  expect(bodies()).toEqual(['a', 'b', 'other']);
});

it('counts the time in the queue, and gives the place of whoever is too late to the next', async () => {
  ask('a');
  ask('b');
  await expect(ask('c', { kind: 'mutation', until: performance.now() + 20 })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
    begun: false,
  });
  expect(limited.load()).toMatchObject([{ underWay: 2, waiting: 0 }]);
});

it('lets whoever is gone out of the queue, and keeps no listener', async () => {
  const gone = new AbortController();
  ask('a');
  ask('b', { signal: gone.signal });
  const waiting = ask('c', { signal: gone.signal, kind: 'mutation' });
  const next = ask('d');
  expect(getEventListeners(gone.signal, 'abort')).toHaveLength(1);
  gone.abort(new Error('gone'));

  await expect(waiting).rejects.toThrow('gone');
  await expect(ask('e', { signal: gone.signal })).rejects.toThrow('gone');
  expect(getEventListeners(gone.signal, 'abort')).toEqual([]);
  expect(limited.load()).toMatchObject([{ underWay: 2, waiting: 1 }]);
  begun[0]?.end();
  await settle();
  expect(bodies()).toEqual(['a', 'b', 'd']);
  begun[2]?.end();
  expect(await next).toEqual({ text: 'to d' });
});
