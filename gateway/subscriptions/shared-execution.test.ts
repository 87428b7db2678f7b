import { afterEach, expect, it } from '@jest/globals';
import { EventSourceReader, type Received } from '../../test/kit/event-source.ts';
import { type Forest, type ForestOptions, serveForest, until } from '../../test/kit/live-forest.ts';
import { Answer } from './answer.ts';

let forest: Forest;
let readers: EventSourceReader[] = [];
afterEach(async () => {
  for (const reader of readers) reader.close();
  readers = [];
  await forest.close();
});

const GROWN =
  'subscription ($after: EventPosition, $kind: String) { grown(after: $after, kind: $kind) { tree { id owner } } }';
const read = (variables: object = {}, headers: Record<string, string> = {}, query = GROWN) => {
  const reader = new EventSourceReader(forest.url, { query, variables }, headers);
  readers.push(reader);
  return reader;
};
const serve = async (options?: ForestOptions) => {
  forest = await serveForest(options);
};
const treesIn = ({ answers }: EventSourceReader) => answers.map((answer) => treeIn(answer));
const treeIn = (received: Received | undefined) =>
  (received?.data.data?.grown as { tree: { id: string } } | undefined)?.tree.id;
const metric = async (name: string) =>
  Number(new RegExp(`^${name}(?:{.*})? (\\S+)`, 'm').exec(await forest.registry.metrics())?.[1]);
const subscribed = (count: number) =>
  until(() => forest.subscriptions.load.subscribers === count && forest.trees.open > 0);

it('asks once and executes once for a thousand subscribers, and gives all of them the same bytes', async () => {
  await serve();
  for (let i = 0; i < 1_000; i++) read();
  await subscribed(1_000);

  const frames = new Set<Buffer>();
  const made = Object.getOwnPropertyDescriptor(Answer.prototype, 'frame') as { get: () => Buffer };
  Object.defineProperty(Answer.prototype, 'frame', {
    configurable: true,
    get() {
      const frame = made.get.call(this);
      frames.add(frame);
      return frame;
    },
  });
  forest.grow('1');
  await until(() => readers.every(({ answers }) => answers.length === 1));
  Object.defineProperty(Answer.prototype, 'frame', made);

  expect([forest.trees.asked.length, forest.fetches]).toEqual([1, ['1']]);
  expect(frames.size).toBe(1);
  expect(new Set(readers.map(({ text }) => text.slice(text.indexOf('event')))).size).toBe(1);
  expect(await metric('hub_subscription_executions_total')).toBe(1);
  expect(await metric('hub_subscription_answers_sent_total')).toBe(1_000);
  expect(await metric('hub_subscribers')).toBe(1_000);
  expect(await metric('hub_subscription_channels')).toBe(1);
});

it('keeps those apart who ask for something else or have other rights, and nobody else', async () => {
  await serve();
  read({ kind: 'oak' });
  read({ kind: 'oak', after: null });
  read({ kind: 'elm' });
  read({ kind: 'oak' }, { authorization: 'Bearer secret' });
  await subscribed(4);

  await until(() => forest.trees.asked.length === 3);
  expect(forest.subscriptions.load.channels).toBe(3);
});

it('tells with each answer its position and time, and of an error only with the event that it belongs to', async () => {
  await serve();
  const reader = read();
  await subscribed(1);
  forest.ownerOf = async (id) => {
    if (id === '2') throw new Error('down');
    return 'Ada';
  };
  const positions = ['1', '2', '3'].map((id) => `${forest.grow(id)}`);
  await until(() => reader.answers.length === 3);

  expect(reader.answers.map(({ id }) => id)).toEqual(positions);
  expect(forest.events).toEqual(positions); // so that none is answered by what was asked before it
  expect(reader.answers.map(({ data }) => data)).toEqual([
    { data: { grown: { tree: { id: '1', owner: 'Ada' } } }, extensions: about(positions[0]) },
    {
      data: { grown: { tree: { id: '2', owner: null } } },
      errors: [expect.objectContaining({ path: ['grown', 'tree'] })],
      extensions: about(positions[1]),
    },
    { data: { grown: { tree: { id: '3', owner: 'Ada' } } }, extensions: about(positions[2]) },
  ]);
});
const about = (position: string | undefined) => ({ event: { position, time: expect.stringMatching(/^20.*Z$/) } });

it('waits for a partner that hangs no longer than the deadline, and goes on with the next event', async () => {
  await serve({ deadline: 100 });
  forest.ownerOf = (id) => (id === '1' ? new Promise(() => {}) : Promise.resolve('Ada'));
  const reader = read();
  await subscribed(1);
  forest.grow('1');
  forest.grow('2');
  await until(() => reader.answers.length === 2);

  expect(reader.codes).toEqual(['DEADLINE_EXCEEDED']);
  expect(reader.answers.map(({ data }) => data.data?.grown)).toEqual([
    { tree: { id: '1', owner: null } },
    { tree: { id: '2', owner: 'Ada' } },
  ]);
});

it('lets go of the stream when the last subscriber has gone', async () => {
  await serve();
  const [one, other] = [read(), read()];
  await subscribed(2);
  one.close();
  await subscribed(1);
  expect(forest.trees.open).toBe(1);

  other.close();
  await until(() => forest.trees.open === 0 && forest.subscriptions.load.channels === 0);
});

it('gives who comes back what came in the meantime: from memory, without asking again', async () => {
  await serve();
  read();
  await subscribed(1);
  const first = forest.grow('1');
  forest.grow('2');
  forest.grow('3');
  await until(() => (readers[0] as EventSourceReader).answers.length === 3);

  const byVariable = read({ after: `${first}` });
  const byHeader = read({ after: '1' }, { 'last-event-id': `${first + 1}` });
  await until(() => byVariable.answers.length === 2 && byHeader.answers.length === 1);
  forest.grow('4');
  await until(() => byVariable.answers.length === 3 && byHeader.answers.length === 2);

  expect([treesIn(byVariable), treesIn(byHeader)]).toEqual([
    ['2', '3', '4'],
    ['3', '4'],
  ]);
  expect([forest.trees.asked.length, forest.fetches.length]).toEqual([1, 4]);
});

it('asks the subgraph for what it does not remember, once for all who come back there, and then shares again', async () => {
  await serve({ limits: { ring: { each: 1, answers: 1, together: 1 } } });
  const first = forest.grow('1');
  forest.grow('2');
  const live = read();
  await subscribed(1);
  await until(() => forest.trees.asked.length === 1);

  const back = [read({ after: `${first}` }), read({ after: `${first}` })];
  await until(() => back.every(({ answers }) => answers.length === 1));
  expect(forest.trees.asked.map(({ lastEventId }) => lastEventId)).toEqual([undefined, `${first}`]);

  await until(() => forest.subscriptions.load.channels === 1);
  forest.grow('3');
  await until(() => [live, ...back].every(({ answers }) => treeIn(answers.at(-1)) === '3'));
  expect(back.map(treesIn)).toEqual([
    ['2', '3'],
    ['2', '3'],
  ]);
  expect(forest.trees.open).toBe(1);
});

it('sends who comes back from far behind no more at once than it takes', async () => {
  await serve({ limits: { backlog: 50_000, ring: { each: 1, answers: 1, together: 1 } } });
  const query = GROWN.replace('owner', 'name');
  const first = forest.grow('0');
  for (let i = 1; i <= 400; i++) forest.grow(`${i}`, { name: 'x'.repeat(20_000) });
  const back = read({ after: `${first}` }, {}, query);
  await until(() => back.response !== undefined);
  back.response?.pause();
  await new Promise((resolve) => setTimeout(resolve, 500));
  back.response?.resume();
  await until(() => back.answers.length === 400 || back.isClosed);

  expect([back.answers.length, back.codes]).toEqual([400, []]);
});

it('gives nobody twice what another gateway has given already', async () => {
  await serve();
  const reader = read();
  await subscribed(1);
  const ahead = read({ after: `${forest.trees.position + 1}` });
  await subscribed(2);
  forest.grow('1');
  forest.grow('2');
  await until(() => reader.answers.length === 2 && ahead.answers.length === 1);

  expect(treesIn(ahead)).toEqual(['2']);
});

it('begins where the document itself says, for whoever sends it', async () => {
  await serve();
  const first = forest.grow('1');
  forest.grow('2');
  const query = `subscription { grown(after: "${first}") { tree { id } } }`;
  const one = read({}, {}, query);
  await until(() => one.answers.length === 1);
  const other = read({}, {}, query);
  await until(() => other.answers.length === 1);

  expect([treesIn(one), treesIn(other)]).toEqual([['2'], ['2']]);
});

it('refuses a position that is none, and more subscriptions than there may be', async () => {
  await serve({ limits: { inAll: 1 } });
  const wrong = read({ after: 'yesterday' });
  await until(() => wrong.isClosed);
  expect([wrong.codes, wrong.received.at(-1)?.event]).toEqual([['BAD_USER_INPUT'], 'complete']);

  read();
  await subscribed(1);
  const second = read();
  await until(() => second.isClosed);
  expect(second.codes).toEqual(['TOO_MANY_SUBSCRIPTIONS']);
});

it('hands on why a subgraph refuses, and says who cannot be reached or cannot be resumed', async () => {
  await serve();
  forest.trees.refusal = {
    status: 200,
    body: '{"errors":[{"message":"Gone.","extensions":{"code":"POSITION_LOST","oldest":"9"}}]}',
  };
  const refused = read({ after: '3' });
  await until(() => refused.isClosed);
  expect(refused.answers[0]?.data.errors).toEqual([
    { message: 'Gone.', extensions: { code: 'POSITION_LOST', oldest: '9', service: 'trees' } },
  ]);

  forest.trees.refusal = { status: 503, body: '' };
  const unreached = read();
  await until(() => unreached.isClosed);
  expect(unreached.codes).toEqual(['SUBGRAPH_UNAVAILABLE']);

  forest.trees.refusal = undefined;
  forest.trees.hasPositions = false;
  const foreign = read();
  await subscribed(1);
  forest.trees.break();
  await until(() => foreign.isClosed);
  expect(foreign.codes).toEqual(['SUBSCRIPTION_INTERRUPTED']);
  expect(forest.subscriptions.load.subscribers).toBe(0);
});

it('answers a hundred events a second in order, each once, though every stream breaks', async () => {
  await serve();
  const reader = read();
  await subscribed(1);
  for (let i = 0; i < 100; i++) {
    forest.grow(`${i}`);
    if (i % 20 === 19) forest.trees.break();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await until(() => reader.answers.length >= 100);

  expect(treesIn(reader)).toEqual(Array.from({ length: 100 }, (_, i) => `${i}`));
  expect(await metric('hub_subscription_reconnects_total')).toBeGreaterThanOrEqual(5);
  expect(await metric('hub_subscription_lag_seconds_count')).toBe(100);
});
