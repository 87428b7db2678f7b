import type { GraphRow, GraphRows } from './graph-rows.ts';

/** A row of here, or one of another subgraph, of which the uuid is all that is known. */
export interface Place {
  type: string;
  id: string;
}

/** The parameter is a JSON array of places; gives them, and all that they refer to, step by step. */
export function closureSql({ shown }: GraphRows, quote: (name: string) => string): string {
  const steps = [...shown.values()].flatMap((row) => row.references.map((reference) => step(row, reference, quote)));
  return `
    with recursive touched(type, id) as (
      select type, id from jsonb_to_recordset(?::jsonb) as seed(type text, id uuid)
      union
      select step.type, step.id from touched cross join lateral (
        ${steps.join(' union all ') || "select ''::text, null::uuid"}
      ) as step(type, id) where step.id is not null
    )
    select type, id from touched`;
}

const step = ({ type, table, key }: GraphRow, to: GraphRow['references'][number], quote: (name: string) => string) =>
  `select '${to.type}'::text, ${quote(to.column)} from ${quote(table)} where touched.type = '${type}' and ${quote(key)} = touched.id`;

/** The types to which these may lead, whatever the rows are. */
export function typesFrom({ shown }: GraphRows, types: Iterable<string>): Set<string> {
  const found = new Set<string>();
  const next = [...types];
  for (let type = next.pop(); type !== undefined; type = next.pop()) {
    if (found.has(type)) continue;
    found.add(type);
    next.push(...(shown.get(type)?.references.map((reference) => reference.type) ?? []));
  }
  return found;
}
