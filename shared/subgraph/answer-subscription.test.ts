import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { Manufactory } from '../../subgraphs/institutions/manufactory/manufactory.ts';
import type { ParentInstitution } from '../../subgraphs/institutions/parent-institution/parent-institution.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { sql } from '../../test/kit/events.ts';
import { manufactory, parentInstitution } from '../../test/kit/given-institutions.ts';
import { eventually } from '../../test/kit/hub.ts';
import { LiveSubgraph } from '../../test/kit/live.ts';
import { LogTail } from '../events/log-tail.ts';

const live = new LiveSubgraph(institutions);
let host: ParentInstitution;
let theatre: Manufactory;
const QUERY = `subscription ($territory: String, $after: EventPosition) {
  manufactoryChanged(territory: $territory, after: $after) { position manufactory { name } } }`;
const changes = (count: number) =>
  Array.from({ length: count }, () => ({ type: 'hub.manufactory.changed.v1' as const, subject: theatre.id, data: {} }));
const other = { type: 'hub.graph.touched.v1' as const, subject: '/subgraphs/institutions', data: {} };
const refusalOf = (code: string, message: unknown = expect.any(String)) => ({
  errors: [{ message, extensions: expect.objectContaining({ code }) }],
});

beforeEach(async () => {
  host = parentInstitution();
  theatre = manufactory(host, 'Theatre');
  await live.given(host, theatre);
});
afterEach(() => {
  jest.restoreAllMocks();
});

it('says at once from where on nothing is missed', async () => {
  await live.publish(...changes(3));
  await eventually(async () => (await live.tail.position()) === 3n);
  const stream = await live.subscribe(QUERY);

  expect(await stream.event()).toEqual({ event: 'position', id: '3', data: '{}' });
  await live.publish(...changes(1));
  expect(await stream.event()).toMatchObject({ event: 'next', id: '4' });

  const resumed = await live.subscribe(QUERY, {}, { 'last-event-id': '2' });
  expect(await resumed.event()).toEqual({ event: 'position', id: '2', data: '{}' });
  expect(await resumed.event()).toMatchObject({ event: 'next', id: '3' });
});

it('says every ten seconds up to where it has read, also where nothing was to be told', async () => {
  const stream = await live.subscribe(QUERY, { territory: 'DE' });
  await stream.event();
  await live.publish(other, ...changes(1), other);

  expect(await stream.event()).toEqual({ event: 'position', id: '3', data: '{}' });
}, 20_000);

it('answers nobody but its gateway', async () => {
  const [url, init] = live.request(QUERY);
  const { authorization: _, ...headers } = init.headers as Record<string, string>;

  const response = await fetch(url, { ...init, headers });

  expect([response.status, await response.text()]).toEqual([401, expect.stringContaining('answers only its gateway')]);
});

it.each([
  ['{ manufactories { totalCount } }', 'BAD_REQUEST', expect.stringContaining('Only a subscription')],
  [
    'mutation { importManufactories(partner: "x", csv: "key") { added } }',
    'BAD_REQUEST',
    expect.stringContaining('Send this mutation with `accept: application/json`'),
  ],
  ['subscription { manufactoryChanged { nothing } }', 'GRAPHQL_VALIDATION_FAILED', expect.stringContaining('nothing')],
  ['subscription {', 'GRAPHQL_PARSE_FAILED', expect.stringContaining('Syntax Error')],
  [
    'subscription A { manufactoryChanged { at } } subscription B { manufactoryChanged { at } }',
    'OPERATION_RESOLUTION_FAILURE',
    expect.any(String),
  ],
])('refuses as a stream, and says why: %s', async (query, code, message) => {
  const stream = await live.subscribe(query);

  expect(await stream.result()).toMatchObject(refusalOf(code, message));
  expect(await stream.event()).toMatchObject({ event: 'complete' });
  expect(await stream.event()).toBeNull();
});

it('refuses values that do not fit, and a place to begin that is none', async () => {
  const wrong = await live.subscribe(QUERY, { territory: 7 });
  const noPlace = await live.subscribe(QUERY, {}, { 'last-event-id': 'soon' });

  expect(await wrong.result()).toMatchObject(refusalOf('BAD_USER_INPUT', expect.stringContaining('$territory')));
  expect(await noPlace.result()).toMatchObject(
    refusalOf('BAD_USER_INPUT', expect.stringContaining('string of digits')),
  );
});

it('says how to subscribe to who wants one answer', async () => {
  const [url, init] = live.request(QUERY, {}, { accept: 'application/json' });

  const answer = await (await fetch(url, init)).json();

  expect(answer).toMatchObject(refusalOf('BAD_REQUEST', expect.stringContaining('`accept: text/event-stream`')));
});

it('refuses a subscription where it hears of no events', async () => {
  await live.serve(undefined);
  const stream = await live.subscribe(QUERY);

  expect(await stream.result()).toMatchObject(refusalOf('NO_EVENT_LOG', expect.stringContaining('EVENTS_URL')));
});

it.each([
  ['is not kept any more', '1', /not kept any more: the log begins at 4\. .*subscribe without a position/],
  ['is of another log', '900', /ends at position 5, before 900/],
])('refuses a position that %s, and says which is the oldest', async (_, after, message) => {
  await live.publish(...changes(5));
  await sql(
    live.place.ownerUrl,
    'delete from event where position <= 3; update event_retention set pruned_through = 3',
  );
  const tail = new LogTail(live.log, 'started later');
  await live.serve(tail);
  const stream = await live.subscribe(QUERY, { after });

  const first = await stream.event();
  expect(first?.event).toBe('next');
  expect(JSON.parse(first?.data ?? '')).toEqual({
    errors: [
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: { code: 'POSITION_LOST', oldest: '4' },
      }),
    ],
  });
  expect(await stream.event()).toMatchObject({ event: 'complete' });
  expect(await (await live.subscribe(QUERY, { after: '3' })).results(2)).toHaveLength(2);
  await tail.stop();
});

it('waits for a log that is away, and misses nothing', async () => {
  const reading = await live.subscribe(QUERY);
  await reading.event();
  await live.publish(...changes(2));
  await reading.results(2);
  await sql(live.place.ownerUrl, 'alter table event rename to event_away');
  const late = await live.subscribe(QUERY, { after: '0' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await sql(live.place.ownerUrl, 'alter table event_away rename to event');
  await live.publish(...changes(1));

  expect(await reading.result()).toMatchObject({ extensions: { event: { position: '3' } } });
  expect(await late.results(3)).toHaveLength(3);
}, 20_000);

it('hides what went wrong inside, and goes on', async () => {
  const stream = await live.subscribe(QUERY);
  await stream.event();
  await live.orm.em.fork().execute('alter table manufactory rename to manufactory_away');
  await live.publish(...changes(1));
  const failed = await stream.result();
  await live.orm.em.fork().execute('alter table manufactory_away rename to manufactory');
  await live.publish(...changes(1));

  expect(failed).toMatchObject({
    data: { manufactoryChanged: { position: '1', manufactory: null } },
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' }, message: expect.not.stringContaining('relation') }],
  });
  expect(await stream.result()).toMatchObject({ data: { manufactoryChanged: { manufactory: { name: 'Theatre' } } } });
});

it('breaks off where it cannot choose the events of a territory, so that it is taken up again and loses none', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const stream = await live.subscribe(QUERY, { territory: 'EU' });
  await stream.event();
  await live.orm.em.fork().execute('alter table manufactory rename to manufactory_away');
  await live.publish(...changes(1));
  expect(await stream.event()).toBeNull();
  await live.orm.em.fork().execute('alter table manufactory_away rename to manufactory');

  const resumed = await live.subscribe(QUERY, { territory: 'EU' }, { 'last-event-id': '0' });
  expect(await resumed.result()).toMatchObject({ data: { manufactoryChanged: { manufactory: { name: 'Theatre' } } } });
  expect(stderr.mock.calls.join()).toContain('a subscription breaks off');
});

it('lets go of everything when readers hang up', async () => {
  let waiting = 0;
  const next = LogTail.prototype.next;
  jest.spyOn(LogTail.prototype, 'next').mockImplementation(async function (this: LogTail, ...args) {
    waiting++;
    return next.apply(this, args).finally(() => waiting--);
  });
  const connections = () =>
    new Promise<number>((resolve, reject) =>
      live.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
    );
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const streams = await Promise.all(Array.from({ length: 50 }, () => live.subscribe(QUERY, { territory: 'EU' })));
  await Promise.all(streams.map((stream) => stream.event()));
  await live.publish(...changes(2));
  await Promise.all(streams.map((stream) => stream.results(2)));
  await eventually(() => waiting === 50);
  const held = { listeners: getEventListeners(live.stopping.signal, 'abort').length, timers: timers() };

  for (const stream of streams) stream.close();
  await eventually(() => waiting === 0);

  expect(held.listeners).toBe(50);
  expect(getEventListeners(live.stopping.signal, 'abort')).toEqual([]);
  await eventually(async () => (await connections()) === 0);
  expect(timers()).toBeLessThanOrEqual(held.timers);
});

it('ends all streams at once when it stops, so that they may be taken up again', async () => {
  const streams = await Promise.all([1, 2, 3].map(() => live.subscribe(QUERY)));
  for (const stream of streams) await stream.event();

  const began = performance.now();
  live.stopping.abort();
  await new Promise((resolve) => live.server.close(resolve));

  expect(performance.now() - began).toBeLessThan(500);
  expect(await Promise.all(streams.map((stream) => stream.event()))).toEqual([null, null, null]);
});

it('reads no faster than its reader, and gives it everything in the end', async () => {
  const long = manufactory(host, 'x'.repeat(100_000));
  await live.orm.em.fork().persist(long).flush();
  const made = jest.spyOn(institutions, 'createContext');
  const [url, init] = live.request(QUERY);
  const stopped = await fetch(url, init); // nobody reads its body yet
  const count = 400;
  await live.publish(...changes(count).map((event) => ({ ...event, subject: long.id })));

  let before = -1;
  await eventually(async () => {
    const still = made.mock.calls.length === before && before > 1;
    before = made.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return still;
  });
  expect(before).toBeLessThan(count / 2);

  const positions: number[] = [];
  let rest = '';
  for await (const text of (stopped.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
    new TextDecoderStream(),
  )) {
    rest += text;
    const ends = rest.lastIndexOf('\n\n');
    positions.push(
      ...[...rest.slice(0, ends + 1).matchAll(/event: next\nid: (\d+)/g)].map((match) => Number(match[1])),
    );
    if (ends >= 0) rest = rest.slice(ends + 1);
    if (positions.length === count) break;
  }
  expect(positions).toEqual(Array.from({ length: count }, (_, i) => (positions[0] ?? 0) + i));
}, 30_000);
