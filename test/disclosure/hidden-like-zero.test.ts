import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import { ANONYMOUS } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../shared/trust/signed-request.ts';
import { outcomes } from '../../subgraphs/outcomes/subgraph.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { publishWorld } from './twin-worlds.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const key = subgraphKey(randomBytes(32).toString('base64url'));
let server: Server;
beforeAll(async () => {
  const { running: orm, schema } = subgraph;
  setClock('2007-01-01T00:00:00Z'); // it takes nothing from before its start
  server = await serveSubgraph({ subgraph: outcomes, schema, orm, key, port: 0, isHeard: () => true });
  jest.useRealTimers();
  const people = { 'PL_1261011-D16': 60, 'PL_1261011-D17': 14, 'PL_1261011-D18': 3, PL_1203053: 40, PL_1201011: 4 };
  await publishWorld(subgraph, { before: people, now: people });
});
afterAll(() => void server.close());
afterEach(() => {
  jest.useRealTimers();
});

/** Sets the day and time, and lets all that waits go on. */
function setClock(now: string): void {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

/** What is asked of a territory, as the gateway sends it for somebody unknown. */
async function ask(code: string, args = '') {
  const query = `{ territory(code: "${code}") { outcomes(dataset: "PEOPLE", indicators: ["EECO01"]${args}) {
    value flag confidential baseline target change fallback { value } release { number } } } }`;
  const body = JSON.stringify({ query });
  const authorization = signRequest(key, 'outcomes', body, ANONYMOUS);
  subgraph.sql = [];
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  });
  const { data } = (await response.json()) as { data: { territory: { outcomes: Record<string, unknown>[] } } };
  const { date, 'content-length': length, ...headers } = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers,
    outcomes: data.territory.outcomes,
    sql: subgraph.sql.map(shape).toSorted(),
  };
}

/** The statement, without what it took. */
const shape = (line: string): string => line.replace(/\[took.*/, '').trim();

it('answers about a figure that is hidden by the same fields, headers and statements as about a zero', async () => {
  const zero = await ask('PL_1261011-D01');
  const [plain] = zero.outcomes;
  expect(plain).toMatchObject({ value: 0, flag: null, confidential: false, change: 0, fallback: null });
  expect(zero.sql).toHaveLength(5);

  for (const code of ['PL_1261011-D18', 'PL_1261011-D17', 'PL_1201011']) {
    const hidden = await ask(code);
    expect(hidden.outcomes[0]).toMatchObject({ value: null, flag: 'c', confidential: true, change: null });
    expect(Object.keys(hidden.outcomes[0] ?? {})).toEqual(Object.keys(plain ?? {}));
    expect({ ...hidden, outcomes: null }).toEqual({ ...zero, outcomes: null });
  }
  expect(zero.headers['cache-control']).toBe('max-age=60, public');
});

it('lets an answer that depends on today be kept no longer than that lasts, and any other as long as ever', async () => {
  setClock('2007-12-31T23:59:30Z');

  const today = await ask('PL21', ', period: "LAST_2_YEARS"');
  const latest = await ask('PL21');

  expect(today.outcomes).toHaveLength(2);
  expect(today.headers['cache-control']).toBe('max-age=29, public');
  expect(latest.headers['cache-control']).toBe('max-age=60, public');
});
