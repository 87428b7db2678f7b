import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import { SubgraphUnderTest } from '../../test/kit/subgraph.ts';
import { allowed, type Facts } from './facts.ts';
import { log, openLog } from './log.ts';
import { readableLine } from './readable-line.ts';

const PERSON = 'Zofia Kowalska';
const subgraph = new SubgraphUnderTest(cps);

let written: string;
beforeEach(() => {
  written = '';
  openLog('cps', 'info');
  jest.spyOn(process.stderr, 'write').mockImplementation((line) => {
    written += line;
    return true;
  });
});
afterEach(() => void jest.restoreAllMocks());

/** Every fact that there is, each in a form that it takes. */
const EVERY = allowed({
  ...Object.fromEntries(
    [
      ...['requestId', 'operation', 'hash', 'outcome', 'code', 'organisation', 'client', 'subgraph', 'part'],
      ...['supergraph', 'origin', 'eventType', 'eventId', 'position', 'reason', 'errorType', 'errorCode'],
      ...['table', 'constraint'],
    ].map((key) => [key, 'a-b:1']),
  ),
  status: 200,
  milliseconds: 1.5,
  rehearsed: 3,
  address: 'https://id.example/jwks',
  stack: 'Error: x\n    at build (file:///hub/a.ts:1:2)',
});
const OWN = ['level', 'time', 'program', 'msg'];
/** In these stand words of ours; every other one has a form that no text of a person's has. */
const WORDED = ['part', 'origin', 'reason'];

it('hides whatever no list allows, at any depth, and keeps every line short', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
  const secret = fc.oneof(
    fc.constant<unknown>(PERSON),
    fc.constant({ name: PERSON, person: { reason: PERSON } }),
    fc.constant([PERSON]),
    fc.constant(new Error(PERSON, { cause: PERSON })),
    fc.constant(`    at ${PERSON} (x)\n    at ${PERSON}:1:1 ${PERSON}`),
  );
  const keys = fc.constantFrom(
    ...Object.keys(EVERY).filter((key) => !WORDED.includes(key)),
    'err',
    'msg',
    'level',
    'x',
  );
  const facts = fc
    .tuple(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom(...Object.keys(EVERY))), anything),
      fc.dictionary(keys, secret),
      fc.record({ reason: fc.string({ minLength: 400, maxLength: 9_000 }) }, { requiredKeys: [] }),
    )
    .map((parts) => Object.assign({}, ...parts));

  fc.assert(
    fc.property(facts, (given) => {
      written = '';
      log.info('something happened', given as Facts);

      const line = JSON.parse(written) as Record<string, unknown>;
      const keysTold = Object.keys(line).filter((key) => !OWN.includes(key));
      expect(keysTold.filter((key) => !Object.hasOwn(EVERY, key))).toEqual([]);
      expect(Object.values(line).filter((value) => value === null || typeof value === 'object')).toEqual([]);
      expect(line).toMatchObject({ level: 'info', program: 'cps', msg: 'something happened' });
      expect(written).not.toContain(PERSON);
      expect(written.length).toBeLessThan(20_000);
      if (typeof line.reason === 'string') expect(line.reason.length).toBeLessThanOrEqual(500);
    }),
    { numRuns: 2_000 },
  );
});

it('tells every fact of the list, with the time, the level and the program', () => {
  log.warn('something happened', EVERY as Facts);

  expect(JSON.parse(written)).toEqual({
    ...EVERY,
    ...{ level: 'warn', program: 'cps', msg: 'something happened', time: expect.stringMatching(/^\d{4}-.*Z$/) },
  });
  expect(Object.keys(EVERY)).toHaveLength(24);
});

const TWICE = `do $$ begin
  create temp table person (name text constraint named_once unique) on commit drop;
  insert into person values ('${PERSON}'), ('${PERSON}');
end $$`;

it.each([
  ['a value that does not fit', `select '${PERSON}'::uuid`, '22P02'],
  ['a value that is bound', 'select ?::int', '22P02'],
  ['a row that is there already', TWICE, '23505'],
])('hides what a real database repeats in its errors: %s', async (_, sql, code) => {
  const error = await subgraph.orm.em
    .fork()
    .execute(sql, sql.includes('?') ? [PERSON] : [])
    .catch((reason: unknown) => reason);
  expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).toContain(PERSON);

  log.mistake(error);

  expect(written).not.toContain(PERSON);
  expect(JSON.parse(written)).toMatchObject({ level: 'error', errorCode: code, stack: expect.stringMatching(/^at /) });
});

it('hides a message of many lines that looks like frames', () => {
  log.mistake(new Error(`no\n    at Zofia (/Kowalska:1:1)\n    at /Kowalska:1:1`));

  expect(written).not.toContain('Kowalska');
  expect(JSON.parse(written).stack).toContain('log.test.ts');
});

it('has a level by LOG_LEVEL, and refuses one that there is not', () => {
  openLog('cps', 'error');
  log.warn('not told');
  log.error('told');

  expect(written.split('\n').filter(Boolean)).toHaveLength(1);
  expect(() => openLog('cps', 'loud')).toThrow('LOG_LEVEL=loud is no level. Say one of these: debug, info');
});

it('has a form for people, which a terminal obeys in nothing, and in which other lines stay as they are', () => {
  log.warn('a subgraph fails', { subgraph: 'cps', reason: 'connect\u001b[2JECONNREFUSED' });

  expect(readableLine(written)).toMatch(
    /^\d\d:\d\d:\d\d warn cps: a subgraph fails\n {2}subgraph: cps\n {2}reason: connect \[2JECONNREFUSED$/,
  );
  expect(['cps did not start: why\n', '{"a":1}', '7', 'null'].map(readableLine)).toEqual([
    ...['cps did not start: why', '{"a":1}', '7', 'null'],
  ]);
});

it('takes no message that is put together, which could have anything in it', () => {
  // @ts-expect-error the compiler refuses it
  const refused = (text: string): void => log.info(`hello ${text}`);
  // @ts-expect-error here, too
  const also = (text: string): void => log.info(text);
  expect([refused, also]).toHaveLength(2);
});
