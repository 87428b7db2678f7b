import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { allowed } from '../../shared/log/facts.ts';
import { openLog } from '../../shared/log/log.ts';
import { projectRoot } from '../../shared/reference-data/project-root.ts';
import { openTelemetryTracer } from '../../shared/telemetry/open-telemetry-tracer.ts';
import { startTracing } from '../../shared/telemetry/start-tracing.ts';
import { idea, supportCentre } from '../kit/given-cps.ts';
import { eventually } from '../kit/hub.ts';
import { ObservedHub } from './observed-hub.ts';

const PERSON = 'Zofia Kowalska';
const hub = new ObservedHub();

let written: string;
beforeEach(async () => {
  const centre = supportCentre('CPS Nowa Huta');
  await hub.cps.given(centre, idea(centre, `The idea of ${PERSON}`));
  await hub.marketplace.given();
  openLog('hub', 'info');
  written = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written += line;
    return true;
  });
});
afterEach(() => void jest.restoreAllMocks());

const lines = (): Record<string, unknown>[] =>
  written
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const SEEN = `query Seen($id: ID!) {
  ideas { nodes { title } }
  idea(id: $id) { title }
  one: idea(id: "${PERSON}") { title }
  services { totalCount }
}`;
const seen = (id: string, headers: Record<string, string> = {}) =>
  hub.post({ query: SEEN, variables: { id: PERSON } }, { 'x-request-id': id, ...headers });
/** All spans of the request's trace, when they have come: one each for request and plan, and two for each of two subgraphs. */
const traceOf = async (id: string) => {
  const spans = () => {
    const request = hub.spans.find(({ name, attributes }) => name === 'request' && attributes['hub.requestId'] === id);
    return hub.spans.filter(({ traceId }) => traceId === request?.traceId);
  };
  await eventually(() => spans().length >= 6);
  return spans();
};

it('is one trace through the gateway and two subgraphs', async () => {
  const id = 'from-the-client_1';
  await (await seen(id)).text();
  const spans = await traceOf(id);

  const named = (name: string) => spans.filter((span) => span.name === name);
  const [request] = named('request');
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  expect([...named('plan'), ...named('fetch')].map(({ parentSpanId }) => parentSpanId)).toEqual(
    Array.from({ length: 3 }, () => request?.spanId),
  );
  const answers = named('answer').map(({ service, parentSpanId }) => [service, parentSpanId]);
  const fetches = named('fetch').map(({ attributes, spanId }) => [attributes['hub.subgraph'], spanId]);
  expect(answers.sort()).toEqual(fetches.sort());
  expect(answers.map(([service]) => service)).toEqual(['cps', 'marketplace']);
  expect(request?.attributes).toMatchObject({
    'hub.requestId': id,
    'hub.operation': 'Seen',
    'hub.hash': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(named('answer').map(({ attributes }) => attributes['hub.requestId'])).toEqual([id, id]);
});

it('hides every value of a person from traces and from the log, whether it is asked for, answered or broken', async () => {
  await hub.cps.orm.em.fork().execute('alter table idea rename to idea_away');
  const broken = await (await seen('broken')).text();
  await hub.cps.orm.em.fork().execute('alter table idea_away rename to idea');
  expect(await (await seen('whole')).text()).toContain(PERSON);
  await (await hub.post({ query: `{ ${PERSON} }` })).text();
  await (await hub.post({ query: '{ __typename }' }, { authorization: `Bearer ${PERSON.replace(' ', '')}` })).text();
  await traceOf('broken');
  await traceOf('whole');

  expect(broken).toContain('INTERNAL_SERVER_ERROR');
  expect(lines().map(({ msg }) => msg)).toEqual(expect.arrayContaining(['answered a request', 'refuses a token']));
  expect(hub.sent.join() + written).not.toMatch(/Kowalska|Zofia/);
  const told = new Set(hub.spans.flatMap(({ attributes }) => Object.keys(attributes)));
  const values = hub.spans.flatMap(({ attributes }) => Object.entries(attributes));
  expect(values.length).toBeGreaterThan(20);
  for (const key of told) expect(key).toMatch(/^hub\./);
  for (const [key, value] of values) {
    expect(
      allowed({ [key.slice(4)]: typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value }),
    ).not.toEqual({});
  }
});

it("detects a mistake by one id: in the client's error, the subgraph's log and the gateway's", async () => {
  await hub.cps.orm.em.fork().execute('alter table idea rename to idea_away');
  const response = await hub.post({ query: 'query Broken { ideas { nodes { title } } }' });
  await hub.cps.orm.em.fork().execute('alter table idea_away rename to idea');

  const id = response.headers.get('x-request-id');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: id } }],
  });
  expect(lines()).toEqual([
    expect.objectContaining({ requestId: id, msg: 'a mistake of ours', errorCode: '42P01', level: 'error' }),
    expect.objectContaining({ requestId: id, msg: 'answered a request', operation: 'Broken', outcome: 'partial' }),
  ]);
});

it.each([['x'.repeat(65)], ['a b'], ['<script>'], ['ä'], ['']])('denies the id %j, and makes one', async (given) => {
  const response = await hub.post(
    { query: '{ __typename }' },
    { 'x-request-id': Buffer.from(given).toString('latin1') },
  );

  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.text()).toBe('{"data":{"__typename":"Query"}}');
});

it('keeps the ids of requests at the same time apart, each in its own lines', async () => {
  await hub.cps.orm.em.fork().execute('alter table idea rename to idea_away');
  const ids = Array.from({ length: 20 }, (_, i) => `request-${i}`);
  const answers = await Promise.all(
    ids.map(async (id, i) => {
      const query = `{ ideas(first: ${i + 1}) { nodes { title } } }`; // no two of them may share a fetch
      return (await hub.post({ query }, { 'x-request-id': id })).json();
    }),
  );
  await hub.cps.orm.em.fork().execute('alter table idea_away rename to idea');

  expect(answers.map(({ errors }) => errors[0].extensions.requestId)).toEqual(ids);
  const told = lines().filter(({ msg }) => msg === 'a mistake of ours');
  expect(told.map(({ requestId }) => requestId).sort()).toEqual([...ids].sort());
});

it("denies clients a say in what is kept: their trace is linked, and a subgraph's is the gateway's", async () => {
  const traceId = 'a'.repeat(32);
  await (await seen('linked', { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` })).text();
  await (await seen('zeros', { traceparent: `00-${'0'.repeat(32)}-${'b'.repeat(16)}-01` })).text();
  const spans = [...(await traceOf('linked')), ...(await traceOf('zeros'))];

  expect(hub.spans.filter((span) => span.traceId === traceId)).toEqual([]);
  expect(spans.filter(({ links }) => links?.length).map(({ name, links }) => [name, links?.[0]?.traceId])).toEqual([
    ['request', traceId],
  ]);
});

it('keeps of all requests the part that it is told to, with all their subgraphs or with none', async () => {
  const tracer = openTelemetryTracer('sampled', 0);
  const request = tracer.begin('request', 'server');
  const fetch = request.begin('fetch', 'client');
  await tracer.stop();

  expect([request.isKept, fetch.isKept]).toEqual([false, false]);
  expect(fetch.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
  process.env.OTEL_TRACES_SAMPLER_ARG = '1.5';
  const refused = startTracing('sampled');
  delete process.env.OTEL_TRACES_SAMPLER_ARG;
  await expect(refused).rejects.toThrow('OTEL_TRACES_SAMPLER_ARG=1.5 is no number from 0 to 1.');
});

/** But for its interfaces, which the library of the metrics has, too. */
it('loads nothing of OpenTelemetry where no endpoint is set', () => {
  const program = `
    const { createRequire } = await import('node:module');
    const { startTracing } = await import('./dist/shared/telemetry/start-tracing.js');
    await Promise.all(['shared/subgraph/run.js', 'gateway/host/serve.js', 'gateway/request-log/trace-requests.js'].map((file) => import('./dist/' + file)));
    const tracer = await startTracing('gateway');
    const loaded = Object.keys(createRequire(import.meta.url ?? 'file:///').cache).filter((file) => /@opentelemetry.(?!api.)/.test(file));
    console.log(JSON.stringify([tracer !== undefined, loaded.length > 0]));
    process.exit(0);`;
  const run = (endpoint: string) =>
    spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: projectRoot(),
      env: { ...process.env, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint },
      encoding: 'utf8',
    });

  expect(run('')).toMatchObject({ stdout: '[false,false]\n' });
  expect(run('http://127.0.0.1:1')).toMatchObject({ stdout: '[true,true]\n' });
});
