import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v4 } from 'uuid';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { sql } from '../kit/events.ts';
import { testDatabases } from '../kit/postgres.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';
import { givenAllKinds } from './world.ts';

/** Of each subgraph the tables of which a stranger, with a token of another organisation, does not see all rows. */
const HIDDEN: Record<string, string[]> = {
  partnership: [],
  municipality: [],
  cps: ['access_log', 'beneficiary', 'enrolment', 'support_session'],
  institutions: ['access_log', 'access_log_key', 'employment'],
  marketplace: ['price_option', 'review', 'service', 'service_need', 'service_order'],
  outcomes: ['approval', 'published_figures', 'release', 'submission'],
};
/** What is hidden even from whoever runs the hub. */
const FROM_ALL = [
  'access_log',
  'access_log_key',
  'beneficiary',
  'enrolment',
  'support_session',
  'employment',
  'published_figures',
];
/** Tables that the running role has no right to change, and may not even try. */
const NEVER = [
  'access_log',
  'access_log_key',
  'approval',
  'figure',
  'mikro_orm_migrations',
  'published_figures',
  'withheld_figures',
];
/** What the program keeps for itself; tests of events look into it. */
const INTERNAL = /^(outbox|inbox|idempotency|mikro_orm)/;

const TABLES = `select relname as name, relrowsecurity as secured, (
    select count(*)::int from pg_policy where polrelid = pg_class.oid) as policies,
    exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organisation_id') as owned,
    exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'territory_path') as placed
  from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`;

interface Table {
  name: string;
  secured: boolean;
  policies: number;
  owned: boolean;
  placed: boolean;
}

describe.each(ALL_SUBGRAPHS.map((part) => [part.name, part] as const))('as the role of %s', (name, part) => {
  const subgraph = new SubgraphUnderTest(part);
  let urls: { url: string; ownerUrl: string };
  let client: pg.Client;
  let tables: Table[];

  beforeAll(async () => {
    await givenAllKinds(name, subgraph);
    urls = await testDatabases(name);
    client = new pg.Client({ connectionString: urls.url });
    await client.connect();
    tables = (await sql(urls.ownerUrl, TABLES)) as unknown as Table[];
  }, 120_000);
  afterAll(() => client.end());

  /** Runs a statement for somebody, and takes it back; gives how many rows it was about, or why it was refused. */
  async function run(statement: string, settings: Record<string, string> = {}): Promise<number | string> {
    await client.query('begin');
    try {
      for (const [setting, value] of Object.entries(settings)) {
        await client.query('select set_config($1, $2, true)', [`hub.${setting}`, value]);
      }
      return (await client.query(statement)).rowCount ?? 0;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.query('rollback');
    }
  }
  const count = async (table: string, settings?: Record<string, string>) => run(`select from "${table}"`, settings);
  const all = async (table: string) => (await sql(urls.ownerUrl, `select from "${table}"`)).length;
  const anOwner = async (table: string) =>
    String((await sql(urls.ownerUrl, `select organisation_id as id from "${table}" limit 1`))[0]?.id);
  const stranger = () => ({ kind: 'caller', organisation: v4(), subject: 'stranger' });

  it('denies whatever no policy allows: each table has row-level security, with a policy for each command', () => {
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) expect(table).toMatchObject({ name: table.name, secured: true, policies: 4 });
  });

  it('hides just these rows from a stranger and from the public, and from whoever runs the hub those about people', async () => {
    const hidden: Record<string, string[]> = { stranger: [], public: [], operator: [] };
    for (const { name: table } of tables.filter((one) => !INTERNAL.test(one.name))) {
      const there = await all(table);
      if ((await count(table, stranger())) !== there) hidden.stranger?.push(table);
      if ((await count(table)) !== there) hidden.public?.push(table);
      if ((await count(table, { kind: 'operator' })) !== there) hidden.operator?.push(table);
      expect(await count(table, { kind: 'system' })).toBe(there);
    }

    const ofPeople = HIDDEN[name]?.filter((table) => FROM_ALL.includes(table));
    expect(hidden).toEqual({ stranger: HIDDEN[name], public: HIDDEN[name], operator: ofPeople });
  });

  it('denies a stranger, and whoever says not for whom, to change or delete a row of anybody', async () => {
    for (const { name: table } of tables) {
      const column = (await sql(urls.ownerUrl, COLUMN, [table]))[0]?.name;
      const refused = NEVER.includes(table) ? expect.stringContaining('permission denied') : 0;
      for (const settings of [stranger(), {}]) {
        expect([table, await run(`update "${table}" set "${column}" = "${column}"`, settings)]).toEqual([
          table,
          refused,
        ]);
        expect([table, await run(`delete from "${table}"`, settings)]).toEqual([table, refused]);
      }
    }
  });

  it('denies a row for another organisation, and lets the own one change what is its own', async () => {
    for (const { name: table, owned, placed } of tables.filter((one) => !INTERNAL.test(one.name))) {
      if (!owned || (await all(table)) === 0 || NEVER.includes(table) || table.startsWith('known_')) continue;
      const organisation = await anOwner(table);
      const own = { kind: 'caller', organisation, subject: 'own' };
      const insert = `insert into "${table}" (organisation_id${placed ? ', territory_path' : ''})
        values ('${organisation}'${placed ? ", 'EU/PL/'" : ''})`;

      expect(await run(`update "${table}" set source = 'x' where organisation_id = '${organisation}'`, own)).not.toBe(
        0,
      );
      expect(await run(insert, own)).toEqual(
        expect.stringContaining('violates not-null constraint'), // it comes behind row-level security
      );
      for (const settings of [stranger(), {}]) {
        const inserted = await run(insert, settings);
        if (FREE.includes(table) && 'kind' in settings) expect(inserted).toContain('violates not-null constraint');
        else expect(inserted).toContain('violates row-level security');
      }
    }
  });

  it('denies a change outside the territory in which somebody may write', async () => {
    for (const { name: table, owned, placed } of tables) {
      if (!owned || !placed || (await all(table)) === 0 || FROM_ALL.includes(table)) continue;
      const update = `update "${table}" set source = 'x'`;

      expect(await run(update, { kind: 'operator', territory: 'EU/ES/' })).toBe(0);
      expect(await run(update, { kind: 'operator', territory: 'EU/' })).toBe(await all(table));
    }
  });

  it.each([
    ['to become the owner', (owner: string) => `set role ${owner}`],
    ['to make a table', () => 'create table mine (id int)'],
    ['to empty a table', (_: string, table: string) => `truncate "${table}" cascade`],
    ['to lift its guard', (_: string, table: string) => `alter table "${table}" disable row level security`],
    ['to drop a policy', (_: string, table: string) => `drop policy hub_select on "${table}"`],
    ['to add a policy', (_: string, table: string) => `create policy mine on "${table}" using (true)`],
    [
      'to make a trigger',
      (_: string, table: string) => `create trigger t before insert on "${table}" execute function f()`,
    ],
    ['to make a role', () => 'create role other bypassrls'],
    [
      'to say that rows are not guarded for it',
      (_: string, table: string) => `set local row_security = off; select from "${table}"`,
    ],
    ['to read a file of the server', () => `select pg_read_file('/etc/passwd')`],
  ])('denies it %s', async (_, statement) => {
    const owner = new URL(urls.ownerUrl).username;
    const guarded = HIDDEN[name]?.[0] ?? 'idempotency';

    expect(await run(statement(owner, guarded), { kind: 'system' })).toEqual(
      expect.stringMatching(/permission denied|must be (able to|owner)|would be affected by row-level security/),
    );
  });

  it('denies it to connect to the database of another subgraph', async () => {
    const other = name === 'cps' ? 'marketplace' : 'cps';
    const elsewhere = new URL((await testDatabases(other)).url).pathname;

    await expect(sql(Object.assign(new URL(urls.url), { pathname: elsewhere }).href, 'select 1')).rejects.toThrow(
      'permission denied for database',
    );
  });
});

/** A column that can be set to itself. */
const COLUMN = `select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0
  and attidentity = '' and not attisdropped limit 1`;
/** To which every caller with a token may add. */
const FREE = ['advice_request', 'consultation_answer', 'organisation'];
