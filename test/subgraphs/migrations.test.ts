import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { openDatabase } from '../../shared/database/open-database.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { testDatabases } from '../kit/postgres.ts';

/** Checks, indexes and uniqueness are the migrations' own: they say more than a decorator can. Policies are made at each start. */
const OWN =
  /^set names|^drop (table|trigger|function) if exists "(idempotency|access_log)|^drop index|^create index|^drop policy "hub_|row level security;$|constraint "\w+_check\d*"|drop constraint "\w+_(unique|one_leader)"/;

it.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))(
  'the migrations of %s make the columns and foreign keys that its entities have',
  async (name, subgraph) => {
    const orm = await openDatabase({ ...(await testDatabases(name)), ...subgraph });

    const difference = await orm.schema.getUpdateSchemaSQL({ safe: false });
    await orm.close();

    expect(difference.split('\n').filter((statement) => statement !== '' && !OWN.test(statement))).toEqual([]);
  },
);
