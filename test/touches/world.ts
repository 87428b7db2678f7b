import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REGISTERS } from '../../infra/import/registers.ts';
import { importMutation } from '../../shared/register/register.ts';
import type { RequestContext } from '../../shared/subgraph/subgraph.ts';
import { load } from '../kit/ask.ts';
import type { KnownRows } from '../kit/random-input.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';
import { entityTypes } from './selection.ts';

const DEMO = 'infra/demo';

export interface DemoFile {
  partner: string;
  mutation: string;
  header: string;
  lines: string[];
}

/** The demo's files that are for this subgraph, in the order in which they can be imported. */
export function demoFiles<C extends RequestContext>(subgraph: SubgraphUnderTest<C>): DemoFile[] {
  const mutations = subgraph.schema.getMutationType()?.getFields() ?? {};
  const partners = readdirSync(DEMO, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return REGISTERS.filter((register) => importMutation(register) in mutations).flatMap((register) =>
    partners.flatMap(({ name: partner }) => {
      const file = path.join(DEMO, partner, `${register}.csv`);
      if (!existsSync(file)) return [];
      const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
      return [{ partner, mutation: importMutation(register), header, lines }];
    }),
  );
}

export async function loadDemo<C extends RequestContext>(subgraph: SubgraphUnderTest<C>): Promise<void> {
  await subgraph.given();
  for (const { partner, mutation, header, lines } of demoFiles(subgraph)) {
    await load(subgraph, mutation, partner, header, ...lines);
  }
}

/** The ids of the rows of each type that has a table here, and each row's version. */
export async function rowsOf<C extends RequestContext>(subgraph: SubgraphUnderTest<C>): Promise<KnownRows> {
  const em = subgraph.orm.em.fork();
  const [ids, versions] = [new Map<string, string[]>(), new Map<string, number>()];
  for (const meta of subgraph.orm.getMetadata().getAll().values()) {
    if (meta.abstract || !meta.properties.version) continue;
    const rows = await em.execute<{ id: string; version: number }[]>(`select id, version from "${meta.tableName}"`);
    ids.set(
      meta.className,
      rows.map(({ id }) => `${meta.className}_${id}`),
    );
    for (const { id, version } of rows) versions.set(`${meta.className}_${id}`, version);
  }
  const here = new Set(entityTypes(subgraph.schema).map(({ name }) => name));
  for (const type of ids.keys()) if (ids.get(type)?.length === 0 && !here.has(type)) ids.delete(type);
  return { ids, versions };
}
