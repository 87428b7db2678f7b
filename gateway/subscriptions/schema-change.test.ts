import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { EventSourceReader } from '../../test/kit/event-source.ts';
import { FakeEventSubgraph } from '../../test/kit/fake-event-subgraph.ts';
import { type Forest, serveForest, until } from '../../test/kit/live-forest.ts';

let forest: Forest;
let readers: EventSourceReader[] = [];
beforeEach(async () => {
  forest = await serveForest();
});
afterEach(async () => {
  for (const reader of readers) reader.close();
  readers = [];
  await forest.close();
});
const read = (query: string, variables: object = {}) => {
  const reader = new EventSourceReader(forest.url, { query, variables });
  readers.push(reader);
  return reader;
};
const subscribed = (count: number) =>
  until(() => forest.subscriptions.load.subscribers === count && forest.trees.open > 0);
const grownIn = ({ answers }: EventSourceReader) => answers.map(({ data }) => data.data?.grown);

const NAMED = 'subscription { grown { tree { id name } } }';
const OWNED = 'subscription { grown { tree { id owner } } }';
const wider = () => forest.sdl.replace('name: String', 'name: String height: Int');
const nameless = () => forest.sdl.replace('name: String }', 'height: Int }');

it('goes on under a new graph: nobody notices, the stream stays, and what came is remembered', async () => {
  const reader = read(OWNED);
  await subscribed(1);
  const first = forest.grow('1');
  await until(() => reader.answers.length === 1);

  expect(await forest.takeGraph({ sdl: wider() })).toMatchObject({ outcome: 'live', changed: true, breaks: [] });
  await forest.subscriptions.moved();
  forest.grow('2');
  await until(() => reader.answers.length === 2);
  expect(grownIn(reader)).toEqual(['1', '2'].map((id) => ({ tree: { id, owner: `Owner of ${id}` } })));
  expect(forest.trees.asked).toHaveLength(1);

  const back = read('subscription ($after: EventPosition) { grown(after: $after) { tree { id } } }', {
    after: `${first}`,
  });
  await until(() => back.answers.length === 1);
  expect(grownIn(back)).toEqual([{ tree: { id: '2' } }]);
});

it('shares between those who came before a new graph and those who came after', async () => {
  read(OWNED);
  await subscribed(1);
  await forest.takeGraph({ sdl: wider() });
  read(OWNED);
  await subscribed(2);

  expect(forest.subscriptions.load.channels).toBe(1);
});

it('ends what is no longer valid, with the reason, and nothing else', async () => {
  const [named, owned] = [read(NAMED), read(OWNED)];
  await subscribed(2);

  expect(await forest.takeGraph({ sdl: nameless() })).toMatchObject({
    outcome: 'live',
    breaks: [{ operation: NAMED, reason: expect.stringContaining('name') }],
  });
  await until(() => named.isClosed);
  expect(named.codes).toEqual(['SUBSCRIPTION_INVALID']);
  expect(named.answers[0]?.data.errors?.[0]?.message).toContain('Cannot query field "name" on type "Tree"');
  expect(named.received.at(-1)?.event).toBe('complete');

  forest.grow('1');
  await until(() => owned.answers.length === 1);
  expect(await forest.registry.metrics()).toContain('hub_subscribers_dropped_total{reason="invalid"} 1');
});

it('goes on at a new address of the subgraph from the position reached, and loses nothing', async () => {
  const reader = read(OWNED);
  await subscribed(1);
  forest.grow('1');
  await until(() => reader.answers.length === 1);
  const elsewhere = await new FakeEventSubgraph().start();
  const at = { __typename: 'Tree' };
  for (const id of ['1', '2']) elsewhere.emit({ grown: { position: id, tree: { ...at, id } } });

  await forest.takeGraph({ url: elsewhere.url });
  await until(() => reader.answers.length === 2 && forest.trees.open === 0);

  expect(elsewhere.asked.map(({ lastEventId }) => lastEventId)).toEqual(['11']);
  expect(grownIn(reader).at(-1)).toEqual({ tree: { id: '2', owner: 'Owner of 2' } });
  await elsewhere.stop();
});

it('tries a new graph on what is subscribed to, however long ago that was', async () => {
  read(NAMED);
  await subscribed(1);
  for (let i = 0; i < 300; i++) forest.graph.current.http.recorded.note(`query Q${i} { tree(id: 1) { id } }`);

  const push = { supergraph: '', from: 'a push', refuseBreaking: true };
  const outcome = await forest.graph.take({ ...push, supergraph: forest.supergraphOf({ sdl: nameless() }) });
  expect(outcome).toMatchObject({ outcome: 'refused', code: 'BREAKING_CHANGE', breaks: [{ operation: NAMED }] });
  forest.grow('1');
  await until(() => (readers[0] as EventSourceReader).answers.length === 1);
});

it('lets no answer get lost while graphs come and go', async () => {
  const reader = read(OWNED);
  await subscribed(1);
  const graphs = [wider(), forest.sdl];
  for (let i = 0; i < 60; i++) {
    forest.grow(`${i}`);
    if (i % 10 === 5) await forest.takeGraph({ sdl: graphs[(i / 5) % 4 === 1 ? 0 : 1] });
    if (i % 15 === 7) forest.trees.break();
  }
  await until(() => reader.answers.length >= 60);

  expect(grownIn(reader).map((grown) => (grown as { tree: { id: string } }).tree.id)).toEqual(
    Array.from({ length: 60 }, (_, i) => `${i}`),
  );
});
