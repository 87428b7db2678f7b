import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Unanswered } from '../engine/unanswered.ts';
import { breakCircuits, type Circuits } from './circuits.ts';
import type { Heard, TimedRequest } from './deadline.ts';
import { UselessAnswer } from './post.ts';

const REST = { first: 1_000, longest: 15_000 };
const down = () => new Unanswered('SUBGRAPH_UNAVAILABLE', 'connect ECONNREFUSED', false);
const late = () => new Unanswered('DEADLINE_EXCEEDED', 'The answer did not come in time.', true);
const refused = { code: 'SUBGRAPH_UNAVAILABLE', begun: false };

/** What the next requests come to. */
let does: () => Promise<Heard>;
let asked: number;
let clock: number;
let log: string[];
let circuits: Circuits<string>;
beforeEach(() => {
  asked = 0;
  clock = 1_000_000;
  jest.spyOn(Date, 'now').mockImplementation(() => clock);
  log = [];
  does = async () => ({ text: '{}' });
  const send = (): Promise<Heard> => {
    asked++;
    return does();
  };
  circuits = breakCircuits(send, (line) => log.push(line), REST);
});
afterEach(() => void jest.restoreAllMocks());

const send = (change: Partial<TimedRequest<string>> = {}): Promise<Heard> =>
  circuits.send({
    subgraph: 'trees',
    url: 'http://trees.test/',
    body: '{}',
    kind: 'query',
    context: '',
    until: performance.now() + 1_000,
    ...change,
  });
const fails = (error: () => unknown) => async () => Promise.reject(error());
const sendTimes = async (times: number, change?: Partial<TimedRequest<string>>): Promise<void> => {
  for (let i = 0; i < times; i++) await send(change).catch(() => {});
};
const stateOf = (subgraph = 'trees') => circuits.states().find((one) => one.subgraph === subgraph)?.state;

const isDown: () => Promise<Heard> = fails(down);
const answers = async (): Promise<Heard> => ({ text: '{}' });
/** Of whether the subgraph is up. */
const SAY_NOTHING: (() => Promise<Heard>)[] = [
  fails(() => new UselessAnswer('The answer is larger than 5 bytes.')),
  fails(() => new Unanswered('SUBGRAPH_OVERLOADED', 'full', false)),
];
const BEHAVIOURS: (() => Promise<Heard>)[] = [
  isDown,
  fails(late),
  fails(() => new Error('other side closed')),
  async (): Promise<Heard> => ({ text: '{}', status: 500 }),
  answers,
  ...SAY_NOTHING,
];

it.each([
  ['cannot be reached', fails(down)],
  ['does not answer in time', fails(late)],
  ['breaks off', fails(() => new Error('other side closed'))],
  ['answers 500', async () => ({ text: '{"errors":[]}', status: 500 })],
])(
  'survives a subgraph that %s: it is asked no more, and queries and mutations are refused at once',
  async (_, behaviour) => {
    does = behaviour;
    await sendTimes(5);
    const before = asked;

    await expect(send()).rejects.toMatchObject(refused);
    await expect(send({ kind: 'mutation' })).rejects.toMatchObject(refused);
    expect([asked, stateOf()]).toEqual([before, 'open']);
  },
);

it('asks the others as before', async () => {
  does = fails(down);
  await sendTimes(10);
  does = async () => ({ text: '{}' });

  expect(await send({ subgraph: 'shrubs' })).toEqual({ text: '{}' });
  expect([stateOf(), stateOf('shrubs')]).toEqual(['open', 'closed']);
});

it.each([
  ['answers with GraphQL errors', async () => ({ text: '{"errors":[{"message":"no"}]}', status: 200 })],
  ['answers 400', async () => ({ text: '{}', status: 400 })],
  ['answers nonsense', fails(() => new UselessAnswer('The answer is larger than 5 bytes.'))],
  ['has enough to do', fails(() => new Unanswered('SUBGRAPH_OVERLOADED', 'full', false))],
])('goes on asking a subgraph that %s', async (_, behaviour) => {
  does = behaviour;
  await sendTimes(50);

  expect([asked, stateOf()]).toEqual([50, 'closed']);
});

it('goes on asking while no more than half of the requests fail', async () => {
  for (let i = 0; i < 40; i++) {
    does = i % 2 === 1 ? fails(down) : async () => ({ text: '{}' });
    await sendTimes(1);
  }

  expect(stateOf()).toBe('closed');
});

it('blames no subgraph for callers who went away', async () => {
  does = fails(late);
  await sendTimes(50, { signal: AbortSignal.abort(new Error('gone')) });

  expect([asked, stateOf()]).toEqual([50, 'closed']);
});

it('tries an open circuit with one request at a time, and refuses the others meanwhile', async () => {
  does = fails(down);
  await sendTimes(5);
  clock += REST.longest;
  let answer: (heard: Heard) => void = () => {};
  does = () => new Promise((resolve) => (answer = resolve));
  const before = asked;
  const probe = send();

  await expect(send()).rejects.toMatchObject({ ...refused, since: new Date(1_000_000).toISOString() });
  expect([asked - before, stateOf()]).toEqual([1, 'half-open']);
  answer({ text: '{"data":{}}' });
  expect(await probe).toEqual({ text: '{"data":{}}' });
  expect(stateOf()).toBe('closed');
  does = async () => ({ text: '{}' });
  expect(await Promise.all([send(), send()])).toHaveLength(2);
});

it.each([
  ['fails', fails(down), {}],
  ['is given up by its caller', fails(() => new Error('gone')), { signal: AbortSignal.abort(new Error('gone')) }],
])('stays open where the request that tries it %s', async (_, behaviour, change) => {
  does = fails(down);
  await sendTimes(5);
  clock += REST.longest;
  const before = asked;
  does = behaviour;
  await sendTimes(1, change);

  expect([asked - before, stateOf()]).toEqual([1, 'open']);
  await expect(send()).rejects.toMatchObject(refused);
});

it('tells the log once that it opens, and why, and once that it closes', async () => {
  does = fails(down);
  await sendTimes(10);
  clock += REST.longest;
  await sendTimes(3);
  clock += REST.longest;
  does = async () => ({ text: '{}' });
  await sendTimes(3);

  expect(log).toEqual(['a subgraph is not asked for a while, for it failed too often', 'a subgraph is asked again']);
});

it('begins anew with a subgraph that moved', async () => {
  does = fails(down);
  await sendTimes(5);
  does = async () => ({ text: '{}' });

  expect(await send({ url: 'http://elsewhere.test/' })).toEqual({ text: '{}' });
});

it('says since when a subgraph cannot be reached: since the first failure, of whatever kind, behind its last answer', async () => {
  const steps = fc.array(
    fc.record({ minutes: fc.integer({ min: 1, max: 20 }), behaviour: fc.constantFrom(...BEHAVIOURS) }),
  );
  await fc.assert(
    fc.asyncProperty(steps, async (outages) => {
      clock = 1_000_000;
      circuits = breakCircuits(
        () => does(),
        () => {},
        REST,
      );
      let since: string | undefined;
      for (const { minutes, behaviour } of outages) {
        clock += minutes * 60_000; // longer than any circuit rests, so that each request is tried
        does = behaviour;
        if (behaviour === answers) since = undefined;
        else if (!SAY_NOTHING.includes(behaviour)) since ??= new Date(clock).toISOString();
        const failure = await send().then(
          () => undefined,
          (error: unknown) => error,
        );
        if (behaviour === isDown) expect(failure).toMatchObject({ ...refused, since });
        if (stateOf() === 'open') await expect(send()).rejects.toMatchObject({ ...refused, since });
      }
    }),
  );
});

it('begins anew to say since when, with a subgraph that moved', async () => {
  does = fails(down);
  await sendTimes(1);
  clock += 60_000;

  await expect(send({ url: 'http://elsewhere.test/' })).rejects.toMatchObject({ since: new Date(clock).toISOString() });
});
