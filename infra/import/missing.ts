import { ask, type Hub } from '../ask.ts';

export interface Reference {
  file: string;
  line: number;
  column: string;
  id: string;
}

const AT_ONCE = 100;

/** A field that the type's owner alone can fill, so that a stub of a row that is not there comes to nothing. */
const QUERY = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    id
    ... on Organisation { version }
    ... on Partnership { version }
    ... on Partner { version }
    ... on Municipality { version }
    ... on Incentive { version }
    ... on SupportCentre { version }
    ... on Idea { version }
    ... on ParentInstitution { version }
    ... on Manufactory { version }
    ... on Service { version }
    ... on Network { version }
  }
}`;

/** The references whose rows no subgraph has, the first for each row. */
export async function missing(hub: Hub, references: Reference[]): Promise<Reference[]> {
  const byId = new Map<string, Reference>();
  for (const reference of references) if (!byId.has(reference.id)) byId.set(reference.id, reference);
  const ids = [...byId.keys()];
  const there = new Set<string>();
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const variables = { ids: ids.slice(at, at + AT_ONCE) };
    const { data } = await ask<{ nodes: ({ id: string } | null)[] }>(hub, QUERY, variables);
    for (const node of data?.nodes ?? []) if (node) there.add(node.id);
  }
  return ids.filter((id) => !there.has(id)).map((id) => byId.get(id) as Reference);
}
