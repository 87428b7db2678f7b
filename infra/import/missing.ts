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
    ... on Announcement { version }
    ... on Budget { version }
    ... on BudgetLine { version }
    ... on Consultation { version }
    ... on DataSharingAgreement { version }
    ... on Department { version }
    ... on Exchange { version }
    ... on Idea { version }
    ... on Incentive { version }
    ... on IncentiveScheme { version }
    ... on LegalFormAdvice { version }
    ... on Manufactory { version }
    ... on Municipality { version }
    ... on Need { version }
    ... on Network { version }
    ... on Order { version }
    ... on Organisation { version }
    ... on ParentInstitution { version }
    ... on Partner { version }
    ... on Partnership { version }
    ... on PriceOption { version }
    ... on Release { version }
    ... on Replication { version }
    ... on Service { version }
    ... on SocialPolicy { version }
    ... on Submission { version }
    ... on SupportCentre { version }
    ... on Training { version }
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
