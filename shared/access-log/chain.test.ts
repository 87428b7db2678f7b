import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { verifyDatabase } from '../../infra/audit/verify-logs.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { eventually } from '../../test/kit/hub.ts';
import { testDatabase } from '../../test/kit/postgres.ts';
import { ServedSubgraph } from '../../test/kit/served-subgraph.ts';
import { append, type Entry } from './append.ts';
import type { Asker } from './asking.ts';
import { GENESIS, hashOf } from './chain.ts';
import { noteHeads } from './note-head.ts';
import { runIn } from './people.ts';
import type { Head } from './verify-chain.ts';

const subgraph = new ServedSubgraph(institutions);
const SYSTEM = { subject: 'system', organisationId: null, roles: [], purpose: null, client: null };
const asker: Asker = { caller: SYSTEM, jti: null, requestId: null, operation: () => null };
const entry: Entry = { type: 'Employment', pseudonym: 'p', fields: new Set(['startsOn']), access: 'READ' };
let url: string;
beforeAll(async () => {
  url = await testDatabase('institutions');
});
const emptyLog = () => subgraph.asSuperuser('truncate access_log');
afterAll(emptyLog);

const add = (entries: Entry[], by = asker) => append(runIn(subgraph.orm.em), by, entries);
const verify = (head?: Head) => verifyDatabase(url, head);
const many = (count: number): Entry[] => Array.from({ length: count }, () => entry);

const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((one) => !one.includes('\0') && one.isWellFormed());
const uuid = fc.option(fc.uuid());
const entries = fc.array(
  fc.record({
    type: text,
    pseudonym: fc.option(text),
    fields: fc.array(text, { maxLength: 3 }).map((names) => new Set(names)),
    access: fc.constantFrom('READ' as const, 'WRITE' as const, 'DENIED' as const),
  }),
  { minLength: 1, maxLength: 4 },
);
const askers: fc.Arbitrary<Asker> = fc.record({
  caller: fc.record({
    subject: text,
    organisationId: uuid,
    roles: fc.array(text, { maxLength: 3 }),
    purpose: fc.option(fc.constantFrom('CASE_WORK' as const, 'AUDIT' as const)),
    client: fc.option(text),
  }),
  jti: fc.option(text),
  requestId: fc.option(text),
  operation: fc.option(text).map((one) => () => one),
});

/** What somebody with all rights may do to the row `n` of `count`. */
const COLUMNS = {
  seq: 'seq + 1000000',
  at: `at + interval '1 microsecond'`,
  jti: `coalesce(jti, '') || 'x'`,
  request_id: `coalesce(request_id, '') || 'x'`,
  subject: `subject || ' '`,
  organisation_id: 'gen_random_uuid()',
  roles: `roles || array['']`,
  purpose: `coalesce(purpose, '') || 'X'`,
  client: `coalesce(client, '') || 'x'`,
  operation_hash: `coalesce(operation_hash, '') || '0'`,
  type: `type || 'x'`,
  pseudonym: `coalesce(pseudonym, '') || 'x'`,
  fields: `fields || array['x']`,
  access: `case access when 'READ' then 'WRITE' else 'READ' end`,
  previous_hash: 'reverse(previous_hash) || 0',
  hash: 'reverse(hash) || 0',
};
const changes = Object.entries(COLUMNS).map(
  ([column, value]) =>
    (n: number) =>
      `update access_log set ${column} = ${value} where seq = ${n}`,
);
const MOVE = 'update access_log set seq = -seq where seq';
const tampering = fc.constantFrom(
  ...changes,
  (n: number) => `delete from access_log where seq = ${n}`,
  (n: number) =>
    `delete from access_log where seq = ${n}; ${MOVE} > ${n}; update access_log set seq = -seq - 1 where seq < 0`,
  (n: number, other: number) =>
    `${MOVE} in (${n}, ${other});
     update access_log set seq = case seq when -${n} then ${other} else ${n} end where seq < 0`,
  (n: number) =>
    `${MOVE} > ${n}; update access_log set seq = 1 - seq where seq < 0;
     insert into access_log select seq + 1, at, jti, request_id, subject, organisation_id, roles, purpose, client,
       operation_hash, type, pseudonym, fields, access, hash, hash from access_log where seq = ${n}`,
);

it('detects any change of any column, a row that is gone, put in, or in another place, whatever is in the log', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(askers, entries), { minLength: 2, maxLength: 4 }),
      tampering,
      fc.nat(),
      fc.nat(),
      async (requests, tamper, one, another) => {
        await emptyLog();
        for (const [by, what] of requests) await add(what, by);
        const { rows, head, bad } = await verify();
        expect(bad).toBeNull();
        expect(rows).toBe(requests.reduce((sum, [, what]) => sum + what.length, 0));

        const n = 1 + (one % rows);
        const other = 1 + ((n + (another % (rows - 1))) % rows);
        await subgraph.asSuperuser(tamper(n, other));

        const first = (await verify(head)).bad;
        expect(first?.seq).toBeGreaterThanOrEqual(Math.min(n, other));
        expect(first?.seq).toBeLessThanOrEqual(Math.max(n, other) + 1);
      },
    ),
    {
      numRuns: 60,
      examples: changes.map(
        (change) =>
          [
            [
              [asker, many(2)],
              [asker, many(2)],
            ],
            change,
            1,
            0,
          ] as never,
      ),
    },
  );
}, 120_000);

it('detects a row that was changed together with its hash by the next one, and the last one by a head that was noted', async () => {
  await emptyLog();
  await add(many(3));
  const { head } = await verify();
  const forge = async (n: number) => {
    const row = (await subgraph.log())[n - 1];
    if (!row) throw new Error(`The log has no row ${n}.`);
    const hash = hashOf({ ...row, subject: 'somebody else' });
    await subgraph.asSuperuser(`update access_log set subject = 'somebody else', hash = '${hash}' where seq = ${n}`);
  };

  await forge(3);
  expect([(await verify()).bad, (await verify(head)).bad?.seq]).toEqual([null, 3]);
  await forge(2);
  expect((await verify()).bad).toMatchObject({ seq: 3, reason: expect.stringContaining('does not follow') });
});

it('detects a log that was cut off, or written anew, by a head that was noted', async () => {
  await emptyLog();
  await add(many(5));
  const { head } = await verify();
  await add(many(2));
  expect((await verify(head)).bad).toBeNull();

  await subgraph.asSuperuser('delete from access_log where seq > 3');
  expect((await verify()).bad).toBeNull();
  expect((await verify(head)).bad).toMatchObject({ seq: 4, reason: expect.stringContaining('went to 5') });

  await add(many(4));
  expect((await verify()).bad).toBeNull();
  expect((await verify(head)).bad).toMatchObject({ seq: 5, reason: expect.stringContaining('noted') });
});

it.each([`update access_log set subject = 'nobody'`, 'delete from access_log where false', 'truncate access_log'])(
  'denies the subgraph itself: %s',
  async (statement) => {
    await add(many(1));
    const role = subgraph.orm.em.fork();
    const before = await verify();

    await expect(role.execute(statement)).rejects.toThrow(/permission denied/);
    await subgraph.asSuperuser('grant update, delete, truncate on access_log to public');
    await expect(role.execute(statement)).rejects.toThrow('append-only');
    await subgraph.asSuperuser('revoke update, delete, truncate on access_log from public');

    expect(await verify()).toEqual(before);
  },
);

it('writes the head into the log of the process, as an audit takes it, and nothing else', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await emptyLog();
  await add(many(2));
  const { head } = await verify();

  noteHeads(subgraph.orm, 'institutions')();
  await eventually(() => stderr.mock.calls.length > 0);
  const told = stderr.mock.calls.join();
  stderr.mockRestore();

  expect(JSON.parse(told)).toEqual({
    level: 'info',
    time: expect.any(String),
    program: 'hub',
    subgraph: 'institutions',
    head: `${head.seq}:${head.hash}`,
    msg: 'head of the access log',
  });
});

it('denies a row with a number, a time or a hash of its own', async () => {
  await emptyLog();
  await add(many(1));
  await subgraph.orm.em.fork().execute(
    `insert into access_log (seq, at, subject, roles, type, fields, access, previous_hash, hash)
     values (7, '2001-01-01', 'forger', '{}', 'Employment', '{}', 'READ', '${GENESIS}', '${GENESIS}')`,
  );

  const [first, forged] = await subgraph.log();
  expect(forged).toMatchObject({ seq: '2', previous_hash: first?.hash, subject: 'forger' });
  expect(forged?.at.slice(0, 4)).not.toBe('2001');
  expect((await verify()).bad).toBeNull();
});
