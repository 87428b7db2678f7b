import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS } from '../../../shared/trust/caller.ts';
import { requestVerifier, subgraphKey, type VerifyRequest } from '../../../shared/trust/signed-request.ts';
import { FakeEventSubgraph } from '../../../test/kit/fake-event-subgraph.ts';
import { type Following, follow, type Told } from './follow.ts';
import { type StreamOpener, streamOpener } from './open-stream.ts';

const key = subgraphKey(randomBytes(32).toString('base64url'));
const PATIENCE = { start: 300, pause: { first: 2, longest: 20 } };
const BODY = '{"query":"subscription { grown { id } }"}';

let verify: VerifyRequest;
let subgraph: FakeEventSubgraph;
let opener: StreamOpener;
let done: AbortController;
let breaks: unknown[];
beforeEach(async () => {
  verify = requestVerifier(key, 'trees');
  subgraph = await new FakeEventSubgraph().start();
  opener = streamOpener({ keys: new Map([['trees', key]]), limits: { silence: 400, largestEvent: 10_000 } });
  done = new AbortController();
  breaks = [];
});
afterEach(async () => {
  done.abort();
  await opener.close();
  await subgraph.stop().catch(() => {});
});

const followTrees = (more: Partial<Following> = {}) =>
  follow(opener.open, {
    subgraph: { name: 'trees', url: subgraph.url },
    body: BODY,
    caller: ANONYMOUS,
    after: undefined,
    signal: done.signal,
    patience: PATIENCE,
    onBreak: (reason) => breaks.push(reason),
    ...more,
  });

/** Until as many events have come, or the end. */
async function read(following: AsyncGenerator<Told>, events: number): Promise<Told[]> {
  const told: Told[] = [];
  let left = events;
  for await (const one of following) {
    told.push(one);
    if (one.kind === 'event' && --left === 0) break;
  }
  return told;
}
const positionsIn = (told: Told[]) => told.flatMap((one) => (one.kind === 'event' ? [Number(one.position)] : []));
const untilOpen = async () => {
  while (subgraph.open === 0) await new Promise((resolve) => setTimeout(resolve, 2));
};

it('signs the request for just its subgraph and body, and says where to begin', async () => {
  const reading = read(followTrees({ after: 7n }), 1);
  await untilOpen();
  subgraph.emit({ id: 1 });
  await reading;

  const [{ authorization, lastEventId }] = subgraph.asked as [(typeof subgraph.asked)[0]];
  expect(await verify(BODY, authorization)).toEqual(ANONYMOUS);
  expect(lastEventId).toBe('7');
});

it('gives every event once and in order, wherever and however often the stream breaks', async () => {
  const breaksAt = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(breaksAt, fc.integer({ min: 1, max: 15 }), async (pieces, events) => {
      const begin = subgraph.position;
      const left = [...pieces];
      subgraph.breaksAfter = () => left.shift() ?? Number.POSITIVE_INFINITY;
      const reading = read(followTrees({ after: BigInt(begin), patience: { ...PATIENCE, start: 10_000 } }), events);
      for (let i = 0; i < events; i++) {
        if (i % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        subgraph.emit({ id: i });
      }
      expect(positionsIn(await reading)).toEqual(Array.from({ length: events }, (_, i) => begin + i + 1));
    }),
    { numRuns: 25 },
  );
});

it('passes over what a subgraph repeats of before the position it was asked to go on from', async () => {
  const reading = read(followTrees({ after: 20n }), 1);
  await untilOpen();
  subgraph.write('event: next\nid: 20\ndata: {"data":{}}\n\nevent: next\nid: 21\ndata: {"data":{}}\n\n');

  expect(positionsIn(await reading)).toEqual([21]);
});

it('resumes from a position at which nothing happened that it wanted', async () => {
  const following = followTrees();
  const first = following.next();
  await untilOpen();
  await first;
  subgraph.write('event: position\nid: 42\ndata: {}\n\n');
  expect((await following.next()).value).toEqual({ kind: 'position', position: 42n });

  const next = following.next();
  subgraph.break();
  await untilOpen();
  await next;
  expect(subgraph.asked.map(({ lastEventId }) => lastEventId)).toEqual([undefined, '42']);
});

it('takes silence for a break, and a heartbeat for life', async () => {
  const following = followTrees();
  await following.next();
  const next = following.next();
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    subgraph.write(':\n\n');
  }
  expect(subgraph.asked).toHaveLength(1);

  await next; // the position with which the second stream begins
  expect(subgraph.asked.length).toBeGreaterThan(1);
  expect(breaks).toHaveLength(1);
});

it.each([
  ['with its plain answer', { status: 200, body: '{"errors":[{"message":"No."}]}' }],
  ['with a status', { status: 403, body: '{"errors":[{"message":"No."}]}' }],
])('hands on that a subgraph refuses %s, and does not ask again', async (_, refusal) => {
  subgraph.refusal = refusal;

  expect(await read(followTrees(), 1)).toEqual([{ kind: 'refused', event: { errors: [{ message: 'No.' }] } }]);
  expect(subgraph.asked).toHaveLength(1);
});

it('hands on that a stream ends, with errors or without', async () => {
  const ended = read(followTrees(), 9);
  await untilOpen();
  subgraph.write('event: next\ndata: {"errors":[{"message":"Enough."}]}\n\nevent: complete\ndata:\n\n');
  expect((await ended).at(-1)).toEqual({ kind: 'refused', event: { errors: [{ message: 'Enough.' }] } });

  while (subgraph.open > 0) await new Promise((resolve) => setTimeout(resolve, 2));
  const completed = read(followTrees(), 9);
  await untilOpen();
  subgraph.write('event: complete\ndata:\n\n');
  expect((await completed).at(-1)).toEqual({ kind: 'complete' });
});

it('waits for a subgraph that starts, and gives up one that does not', async () => {
  await subgraph.stop();
  const reading = read(followTrees({ after: 10n }), 1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  subgraph.emit({ id: 1 });
  await subgraph.start();
  expect(positionsIn(await reading)).toEqual([11]);

  subgraph.refusal = { status: 503, body: '{"errors":[{"message":"Starting."}]}' };
  expect(await read(followTrees(), 1)).toEqual([{ kind: 'unavailable' }]);
  subgraph.refusal = { status: 401, body: '{"errors":[{"message":"Not the gateway."}]}' };
  expect(await read(followTrees(), 1)).toEqual([{ kind: 'unavailable' }]);
});

it('says that it cannot go on where a stream without positions broke', async () => {
  subgraph.hasPositions = false;
  const reading = read(followTrees(), 2);
  await untilOpen();
  subgraph.emit({ id: 1 });
  await new Promise((resolve) => setTimeout(resolve, 20));
  subgraph.break();

  expect((await reading).map(({ kind }) => kind)).toEqual(['event', 'interrupted']);
});

it('holds no event in memory that is larger than it may be', async () => {
  const reading = read(followTrees(), 1);
  await untilOpen();
  subgraph.emit({ text: 'x'.repeat(20_000) });

  expect((await reading).at(-1)).toEqual({ kind: 'interrupted' });
});

it('closes the stream when nobody follows any more', async () => {
  const reading = read(followTrees(), 1);
  await untilOpen();
  done.abort();

  expect((await reading).filter(({ kind }) => kind !== 'position')).toEqual([]);
  while (subgraph.open > 0) await new Promise((resolve) => setTimeout(resolve, 2));
});
