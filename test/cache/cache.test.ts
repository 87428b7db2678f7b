import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { allOf, EVERYTHING, touchedIn } from '../../gateway/cache/touch.ts';
import type { Unkept } from '../../gateway/cache/watch.ts';
import { CachedGraph } from './cached-graph.ts';
import { manufactorySubgraphs, Rows, uuid } from './manufactories.ts';
import { type Touch, Writes } from './writes.ts';

let rows: Rows;
let writes: Writes;
let at: CachedGraph;
let now: number;
let hearsAll: boolean;
let unkept: Unkept[];
beforeEach(async () => {
  rows = new Rows();
  writes = new Writes(rows);
  now = Date.parse('2026-01-01T00:00:00Z');
  hearsAll = true;
  unkept = [];
  at = new CachedGraph(manufactorySubgraphs(rows), {
    now: () => now,
    hearsAll: () => hearsAll,
    watch: { onUnkept: (reason) => unkept.push(reason) },
  });
  await at.start();
});
afterEach(() => at.stop());

const hear = ({ subgraph, data }: Touch) => at.cache.touch(touchedIn(subgraph, data));
const ofManufactory = (n: number, fields: string) => `{ manufactory(id: "Manufactory_${uuid(n)}") { ${fields} } }`;
const COST = 'id publicCost { value }';

it('answers from what it keeps, in the very same bytes, and says so and how old it is', async () => {
  const fresh = await at.ask('{ manufactories { id name publicCost { value } } }');
  const { sent } = at;
  now += 2_500;
  const kept = await at.ask('{ manufactories { id name publicCost { value } } }');

  expect(fresh.status).toBe('miss; stored');
  expect(kept).toEqual({ ...fresh, status: 'hit', age: '2' });
  expect(at.sent).toBe(sent);
});

it('drops the answers that a write touched, and no others', async () => {
  await at.ask(ofManufactory(11, COST));
  await at.ask(ofManufactory(12, COST));
  hear(writes.changeAmount(32));

  expect(await at.ask(ofManufactory(11, COST))).toMatchObject({ status: 'hit' });
  expect(await at.ask(ofManufactory(12, COST))).toMatchObject({
    status: 'miss; stored',
    data: { manufactory: { publicCost: { value: 33 } } },
  });
});

it('drops everything of a subgraph that touched too much to tell, and nothing of another', async () => {
  await at.ask('{ places { totalCount } }');
  await at.ask('{ spent }');
  hear({ subgraph: 'money', data: { rows: [], types: [], ids: null } });

  expect((await at.ask('{ places { totalCount } }')).status).toBe('hit');
  expect((await at.ask('{ spent }')).status).toBe('miss; stored');
});

it('has a write drop what it touched before whoever wrote has the answer', async () => {
  await at.ask(ofManufactory(11, 'id name'));
  at.touched = JSON.stringify({ rows: ['Manufactory'], types: ['Manufactory'], ids: [uuid(11)] });
  const written = await at.ask(`mutation { rename(id: "Manufactory_${uuid(11)}", name: "New") { id } }`);

  expect(written.status).toBe('method');
  expect((await at.ask(ofManufactory(11, 'id name'))).data.manufactory.name).toBe('New');
});

it('takes a touch that it cannot read for one of the whole subgraph', async () => {
  await at.ask(ofManufactory(11, 'id name'));
  at.touched = '{"rows":';
  await at.ask(`mutation { rename(id: "Manufactory_${uuid(12)}", name: "New") { id } }`);

  expect((await at.ask(ofManufactory(11, 'id name'))).status).toBe('miss; stored');
  expect(touchedIn('work', { rows: ['A'] })).toEqual([allOf('work')]);
});

it('does not keep what was read before a write that was heard of while it was on its way', async () => {
  let isFirst = true;
  at.onTheWay = async () => {
    if (isFirst) hear(writes.changeAmount(31));
    isFirst = false;
  };
  const old = await at.ask(ofManufactory(11, COST));
  const fresh = await at.ask(ofManufactory(11, COST));

  expect([old.status, fresh.status]).toEqual(['miss', 'miss; stored']);
  expect(unkept).toEqual(['touched']);
  expect(fresh.data.manufactory.publicCost.value).toBe(32);
});

it('lets nobody who asks after a write share a fetch that was on its way before', async () => {
  let goOn = () => {};
  const slow = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  at.onTheWay = () => slow;
  const early = at.ask('{ spent }');
  const alike = at.ask('{ spent }', {}, { 'cache-control': 'no-cache' });
  while (at.sent === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  at.onTheWay = async () => {};
  hear(writes.changeAmount(31));
  const late = await at.ask('{ spent }');
  goOn();

  expect([(await early).data.spent, (await alike).data.spent, late.data.spent]).toEqual([96, 96, 97]);
  expect(late.status).toBe('miss; stored');
  expect((await at.ask('{ spent }')).data.spent).toBe(97);
});

it('keeps what was on its way while something else was touched', async () => {
  at.onTheWay = async () => hear(writes.changeAmount(32));

  expect((await at.ask(ofManufactory(11, COST))).status).toBe('miss; stored');
});

it('keeps an answer as long as the strictest of its subgraphs allows', async () => {
  at.cacheControl = { work: 'max-age=60', money: 'public, max-age=10' };
  await at.ask(ofManufactory(11, `name ${COST}`));
  await at.ask(ofManufactory(11, 'name'));
  now += 10_000;

  expect((await at.ask(ofManufactory(11, 'name'))).status).toBe('hit');
  expect((await at.ask(ofManufactory(11, `name ${COST}`))).status).toBe('miss; stored');
});

it.each([undefined, 'no-store', 'max-age=60, private', 'no-cache, max-age=60', 'max-age=0', 'public', 'max-age=soon'])(
  'keeps nothing where one subgraph says: %s',
  async (control) => {
    at.cacheControl = { money: control };
    await at.ask(ofManufactory(11, `name ${COST}`));

    expect((await at.ask(ofManufactory(11, `name ${COST}`))).status).toBe('miss');
  },
);

it('keeps no answer with an error', async () => {
  at.graph.breakDown('money');
  await at.ask(ofManufactory(11, `name ${COST}`));

  expect((await at.ask(ofManufactory(11, `name ${COST}`))).status).toBe('miss');
});

it('keeps what it says of itself until another graph goes live', async () => {
  await at.ask('{ __schema { queryType { name } } }');
  at.cache.touch(['work:', 'money:']);
  expect((await at.ask('{ __schema { queryType { name } } }')).status).toBe('hit');

  at.swap();
  expect((await at.ask('{ __schema { queryType { name } } }')).status).toBe('miss; stored');
});

it('does not keep for a new graph what was on its way for the one before', async () => {
  at.onTheWay = async () => at.swap();
  expect((await at.ask('{ spent }')).status).toBe('miss');
  expect(at.cache.size).toEqual({ answers: 0, bytes: 0 });
});

it('tells callers with different rights apart', async () => {
  await at.ask('{ spent }', {}, { authorization: 'Ada' });

  expect((await at.ask('{ spent }', {}, { authorization: 'Bob' })).status).toBe('miss; stored');
  expect((await at.ask('{ spent }', {}, { authorization: 'Ada' })).status).toBe('hit');
});

it('tells variables apart by what they say, and not by their order', async () => {
  const query = 'query ($one: ID!, $two: ID!) { a: manufactory(id: $one) { name } b: manufactory(id: $two) { name } }';
  await at.ask(query, { one: '1', two: '2' });

  expect((await at.ask(query, { two: '2', one: '1' })).status).toBe('hit');
  expect((await at.ask(query, { two: '1', one: '2' })).status).toBe('miss; stored');
});

it('is passed by for who wants it so, and keeps the newer answer unless that is not wanted either', async () => {
  await at.ask('{ spent }');
  rows.incentives = [];

  expect((await at.ask('{ spent }', {}, { 'cache-control': 'no-store' })).data).toEqual({ spent: 0 });
  expect((await at.ask('{ spent }')).data).toEqual({ spent: 96 });
  expect((await at.ask('{ spent }', {}, { 'cache-control': 'no-cache' })).status).toBe('request; stored');
  expect(await at.ask('{ spent }')).toMatchObject({ status: 'hit', data: { spent: 0 } });
  expect((await at.ask('{ spent }', {}, { 'hub-query-plan': '1' })).status).toBe('bypass');
});

it('serves and keeps nothing while the log is not heard, and serves again what nothing has touched', async () => {
  await at.ask('{ spent }');
  await at.ask('{ places { totalCount } }');
  hearsAll = false;
  expect((await at.ask('{ spent }')).status).toBe('bypass');
  expect((await at.ask('{ manufactories { id } }')).status).toBe('bypass');

  hear(writes.changeAmount(31));
  hearsAll = true;

  expect((await at.ask('{ manufactories { id } }')).status).toBe('miss; stored');
  expect((await at.ask('{ places { totalCount } }')).status).toBe('hit');
  expect(await at.ask('{ spent }')).toMatchObject({ status: 'miss; stored', data: { spent: 97 } });
});

it('serves nothing of what it kept where nobody knows what was touched', async () => {
  await at.ask('{ spent }');
  at.cache.touch(EVERYTHING);

  expect((await at.ask('{ spent }')).status).toBe('miss; stored');
});

const LAST_GOOD = { 'stale-if-error': '60' };
it('gives the last good answer, and says whose silence makes it old, to who takes that', async () => {
  const good = await at.ask(ofManufactory(11, COST));
  hear(writes.changeAmount(31));
  at.graph.breakDown('money');
  now += 60_000;

  expect(await at.ask(ofManufactory(11, COST), {}, LAST_GOOD)).toEqual({
    data: good.data,
    extensions: { stale: { service: 'money', since: '2026-01-01T00:00:00.000Z' } },
    status: 'hit; detail=stale-if-error',
    age: '60',
  });
  const refused = await at.ask(ofManufactory(11, COST));
  expect([refused.errors?.[0]?.extensions.service, refused.extensions]).toEqual(['money', undefined]);
});

it('gives no last good answer that is older than was said, nor another caller’s', async () => {
  await at.ask(ofManufactory(11, COST));
  hear(writes.changeAmount(31));
  at.graph.breakDown('money');
  now += 60_001;

  expect((await at.ask(ofManufactory(11, COST), {}, LAST_GOOD)).errors).toHaveLength(1);
  const other = { 'stale-if-error': '3600', authorization: 'Ada' };
  expect((await at.ask(ofManufactory(11, COST), {}, other)).errors).toHaveLength(1);
});

it('gives no last good answer where the subgraph answers, with an error of its own', async () => {
  await at.ask('{ spent }');
  hear(writes.changeAmount(31));
  at.graph.answers('money', () => '{"errors":[{"message":"No."}]}');

  expect((await at.ask('{ spent }', {}, LAST_GOOD)).errors).toHaveLength(1);
});

it('gives the last good answer to a person’s question never, for it is not kept', async () => {
  at.cacheControl = { money: 'private, max-age=60' };
  await at.ask('{ spent }');
  at.graph.breakDown('money');

  expect((await at.ask('{ spent }', {}, LAST_GOOD)).errors).toHaveLength(1);
});
