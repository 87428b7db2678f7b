import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { openAsOwner, openDatabase } from '../../../shared/database/open-database.ts';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { supportCentre } from '../../../test/kit/given-cps.ts';
import { testDatabases } from '../../../test/kit/postgres.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { KeepPeopleSafe } from '../migrations/2026-11-28-keep-people-safe.ts';
import { cps } from '../subgraph.ts';
import { PersonKey } from './person-key.ts';

it('gives people who are there keys of their own, and keeps the pseudonyms that hosts know', async () => {
  const database = await testDatabases('cps_before_keys');
  const before = cps.migrations.filter((one) => one !== KeepPeopleSafe);
  const centre = supportCentre('CPS');
  const people = [
    { id: v4(), pseudonym: v4(), leftOn: '2024-03-01' },
    { id: v4(), pseudonym: v4(), leftOn: null },
  ];

  const old = await openDatabase({ ...cps, ...database, migrations: before });
  await asSystem(() => old.em.fork().persist(centre).flush());
  for (const { id, pseudonym, leftOn } of people) {
    const before = (sql: string, values: unknown[]) => asSystem(() => old.em.fork().execute(sql, values));
    await before(
      `insert into beneficiary (id, organisation_id, territory_code, territory_path, support_centre_id, host_pseudonym,
        referred_on, sex, birth_year, employment_status, leaving_results, follow_up_results, status, left_on,
        leaving_reason, results_on)
      values (?, ?, ?, ?, ?, ?, '2024-01-01', 'MALE', 1980, 'INACTIVE', '{}', '{}', ?, ?, ?, ?)`,
      [
        ...[id, centre.organisationId, centre.territoryCode, centre.territoryPath, centre.uuid, pseudonym],
        ...[leftOn ? 'LEFT' : 'REFERRED', leftOn, leftOn && 'HEALTH', leftOn],
      ],
    );
  }
  await old.close();
  const now = await openDatabase({ ...cps, ...database });
  const keys = await asSystem(() => now.em.fork().find(PersonKey, {}));
  const rows = await asSystem(() => now.em.fork().find(Beneficiary, {}));
  await now.close();
  const owner = await openAsOwner({ ...cps, ...database });
  await owner.schema.drop({ dropMigrationsTable: true });
  await owner.close();

  const byId = (id: string) => keys.find(({ beneficiaryId }) => beneficiaryId === id);
  expect(people.map(({ id }) => byId(id)?.hostPseudonym)).toEqual(people.map(({ pseudonym }) => pseudonym));
  expect(keys.map(({ key, organisationId }) => [key.length, organisationId])).toEqual(
    people.map(() => [32, centre.organisationId]),
  );
  expect(Buffer.from(keys[0]?.key ?? []).equals(Buffer.from(keys[1]?.key ?? []))).toBe(false);
  expect(people.map(({ id }) => rows.find(({ uuid }) => uuid === id)?.retainUntil)).toEqual(['2029-12-31', null]);
});
