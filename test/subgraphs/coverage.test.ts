import 'reflect-metadata';
import { expect, it } from '@jest/globals';
import { type GraphQLSchema, isObjectType } from 'graphql';
import { openDatabase } from '../../shared/database/open-database.ts';
import { camelCase } from '../../shared/register/register.ts';
import { ALL_SUBGRAPHS } from '../kit/all-subgraphs.ts';
import { testDatabases } from '../kit/postgres.ts';
import { INTERNAL, SHOWN_AS, TYPE_OF } from './internal-columns.ts';

const COLUMNS = `
  select table_name as table, column_name as column from information_schema.columns
  where table_schema = 'public' and table_name not like 'mikro_orm%' order by 1, 2`;

it.each(ALL_SUBGRAPHS.map((subgraph) => [subgraph.name, subgraph] as const))(
  'every column of %s is in the graph, or is internal for a reason that is written down',
  async (name, subgraph) => {
    const orm = await openDatabase({ ...subgraph, ...(await testDatabases(name)) });
    const columns = await orm.em.fork().execute<{ table: string; column: string }[]>(COLUMNS);
    await orm.close();
    const { schema } = await subgraph.build();

    const forgotten = columns.filter(
      ({ table, column }) => !isInternal(table, column) && !isShown(schema, table, column),
    );
    expect(forgotten.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  },
);

it('keeps no reason for a column that is not there', async () => {
  const known = new Set<string>();
  for (const subgraph of ALL_SUBGRAPHS) {
    const orm = await openDatabase({ ...subgraph, ...(await testDatabases(subgraph.name)) });
    for (const { table, column } of await orm.em.fork().execute<{ table: string; column: string }[]>(COLUMNS)) {
      for (const one of [`${table}.${column}`, `*.${column}`, `${table}.*`]) known.add(one);
    }
    await orm.close();
  }

  expect([...Object.keys(INTERNAL), ...Object.keys(SHOWN_AS)].filter((one) => !known.has(one))).toEqual([]);
}, 60_000);

const isInternal = (table: string, column: string): boolean =>
  `${table}.${column}` in INTERNAL || `*.${column}` in INTERNAL || `${table}.*` in INTERNAL;

/** A column shows under its own name, without its `_id` or `_code`, or as what SHOWN_AS says. */
function isShown(schema: GraphQLSchema, table: string, column: string): boolean {
  const [typeName = '', fieldName] = SHOWN_AS[`${table}.${column}`]?.split('.') ?? [];
  const type = schema.getType(typeName || (TYPE_OF[table] ?? pascalCase(table)));
  if (!isObjectType(type)) return false;
  const fields = type.getFields();
  if (fieldName) return fieldName in fields;
  return [column, column.replace(/_(id|code)$/, '')].some((one) => camelCase(one) in fields);
}

const pascalCase = (table: string): string => camelCase(`_${table}`);
