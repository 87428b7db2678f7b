import { expect, it } from '@jest/globals';
import { Unanswered } from '../engine/unanswered.ts';
import type { Heard, TimedRequest } from './deadline.ts';
import { UselessAnswer } from './post.ts';
import { retryQueries } from './retry.ts';

const down = () => new Unanswered('SUBGRAPH_UNAVAILABLE', 'connect ECONNREFUSED', false);

/** Sends to a subgraph that fails so often, in this way, before it answers. */
function failing(times: number, error: () => unknown = down) {
  let [asked, left] = [0, times];
  const { send, retries } = retryQueries<string>(async (): Promise<Heard> => {
    asked++;
    if (left-- > 0) throw error();
    return { text: '{}' };
  });
  const ask = (change: Partial<TimedRequest<string>> = {}) =>
    send({
      subgraph: 'trees',
      url: 'http://trees.test/',
      body: '{}',
      kind: 'query',
      context: '',
      until: performance.now() + 5_000,
      ...change,
    });
  return { ask, asked: () => asked, retries };
}

it('survives that a subgraph could not be reached once: the query is sent once more', async () => {
  const { ask, asked, retries } = failing(1);

  expect(await ask()).toEqual({ text: '{}' });
  expect([asked(), retries().get('trees')]).toEqual([2, 1]);
});

it('sends it no more than once more', async () => {
  const { ask, asked } = failing(2);

  await expect(ask()).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  expect(asked()).toBe(2);
});

it.each([
  ['mutation, which may have been made', down, { kind: 'mutation' as const }],
  ['query that may have been answered', () => new Error('other side closed'), {}],
  ['query that was answered too late', () => new Unanswered('DEADLINE_EXCEEDED', 'late', true), {}],
  ['query whose subgraph has enough to do', () => new Unanswered('SUBGRAPH_OVERLOADED', 'full', false), {}],
  ['query that was answered with nonsense', () => new UselessAnswer('too large'), {}],
  ['query whose time is over', down, { until: 0 }],
  ['query that nobody waits for', down, { signal: AbortSignal.abort(new Error('gone')) }],
])('never repeats a %s', async (_, error, change) => {
  const { ask, asked } = failing(1, error);

  await expect(ask(change)).rejects.toThrow();
  expect(asked()).toBe(1);
});

it('sends nothing more for a caller who goes during the pause', async () => {
  const { ask, asked } = failing(1);
  const gone = new AbortController();
  const answer = ask({ signal: gone.signal });
  setTimeout(() => gone.abort(new Error('gone')), 2);

  await expect(answer).rejects.toThrow('gone');
  expect(asked()).toBe(1);
});

it('survives an outage without multiplying it: one repetition for ten requests, after a burst of ten', async () => {
  const { ask, asked } = failing(Number.POSITIVE_INFINITY);
  for (let wave = 0; wave < 15; wave++) await Promise.allSettled(Array.from({ length: 10 }, () => ask()));

  expect(asked()).toBe(150 + 10 + 14); // the first wave leaves nothing: the burst was there
});
