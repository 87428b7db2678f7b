import { getEventListeners } from 'node:events';
import { expect, it } from '@jest/globals';
import { ANONYMOUS, OPERATOR } from '../../shared/trust/caller.ts';
import type { SubgraphRequest } from '../engine/engine.ts';
import { type GatewayContext, sharersOf } from './send-signed.ts';
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
      return { text: `answer ${++sent}` };
    },
    ({ who }) => who,
  );

  expect(await Promise.all([send(request()), send(request())])).toEqual([{ text: 'answer 1' }, { text: 'answer 1' }]);
  expect(await send(request())).toEqual({ text: 'answer 2' });
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

it('shares with the same caller, and no fetch for an event with one that may be from before it', async () => {
  let sent = 0;
  const send = shareInFlight(async () => ({ text: `answer ${++sent}` }), sharersOf);
  const of = (context: GatewayContext) => send({ ...request(), context });

  const [caller, other] = [ANONYMOUS, OPERATOR];
  await Promise.all([of({ caller }), of({ caller: other }), of({ caller, event: '7' }), of({ caller, event: '8' })]);
  expect(sent).toBe(4);
  await Promise.all([of({ caller }), of({ caller }), of({ caller, event: '9' }), of({ caller, event: '9' })]);
  expect(sent).toBe(6);
});

it('shares a failure, too, and does not keep it', async () => {
  let sent = 0;
  const send = shareInFlight<{ who: string }>(
    async () => {
      if (++sent === 1) throw new Error('reset');
      return { text: 'answer' };
    },
    ({ who }) => who,
  );

  const both = await Promise.allSettled([send(request()), send(request())]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await send(request())).toEqual({ text: 'answer' });
});

/** Answers when the test says so, or fails as soon as nobody waits. */
function sharing() {
  const sent: { answer: (text: string) => void; signal: AbortSignal | undefined }[] = [];
  const send = shareInFlight<{ who: string }>(
    ({ signal }) =>
      new Promise((resolve, reject) => {
        sent.push({ answer: (text) => resolve({ text }), signal });
        signal?.addEventListener('abort', () => reject(signal.reason));
      }),
    ({ who }) => who,
  );
  return { send, sent };
}

it('leaves the others their answer when one of those who wait for it goes', async () => {
  const { send, sent } = sharing();
  const [first, second] = [new AbortController(), new AbortController()];
  const both = [send(request({ signal: first.signal })), send(request({ signal: second.signal }))];
  first.abort(new Error('gone'));

  await expect(both[0]).rejects.toThrow('gone');
  expect(sent[0]?.signal?.aborted).toBe(false);
  sent[0]?.answer('answer');
  expect(await both[1]).toEqual({ text: 'answer' });
  expect(sent).toHaveLength(1);
  expect([first, second].flatMap(({ signal }) => getEventListeners(signal, 'abort'))).toEqual([]);
});

it('calls a query off when the last of those who wait has gone, and sends it anew for the next', async () => {
  const { send, sent } = sharing();
  const clients = [new AbortController(), new AbortController()];
  const both = clients.map(({ signal }) => send(request({ signal })));
  for (const client of clients) client.abort(new Error('gone'));
  const next = send(request());

  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(sent[0]?.signal?.aborted).toBe(true);
  sent[1]?.answer('for the next');
  expect(await next).toEqual({ text: 'for the next' });
});

it('never calls off what somebody waits for who cannot go', async () => {
  const { send, sent } = sharing();
  const client = new AbortController();
  const both = [send(request()), send(request({ signal: client.signal }))];
  client.abort(new Error('gone'));

  await expect(both[1]).rejects.toThrow('gone');
  sent[0]?.answer('answer');
  expect(await both[0]).toEqual({ text: 'answer' });
});
