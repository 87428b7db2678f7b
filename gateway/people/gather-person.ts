import type { Answer, OwnGraph } from '../exports/own-graph.ts';
import { PART, type PersonQuestions } from './person-questions.ts';

/** What could not be had, in the words of the graph. */
export interface Missing {
  path: string;
  code: string;
  message: string;
  service: string | null;
}

export interface PersonFile {
  /** Whether nothing is missing that the caller may see. */
  complete: boolean;
  gatheredAt: string;
  missing: Missing[];
  /** `Type.field` of what is about the person, and not for the caller's purpose. */
  withheld: string[];
  /** Null where there is no such person, for this caller. */
  person: Person | null;
}

type Row = { id?: string };
type Person = Record<string, unknown>;
type Found = { beneficiary: Person | null };
/** A list, or a connection of the access log. */
type Part = Row[] | { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** Gathers all that the caller may see of a person from all subgraphs, and says what is missing. */
export async function gatherPerson<C>(
  graph: OwnGraph<C>,
  id: string,
  { query, lists, withheld }: PersonQuestions,
): Promise<PersonFile> {
  const missing: Missing[] = [];
  const ask = async (question: string, variables: Record<string, unknown>): Promise<Person | null> => {
    const { data, errors = [] } = await graph.answer<Found>(question, variables, false);
    missing.push(...errors.map(missingOf));
    return data?.beneficiary ?? null;
  };

  const person = await ask(query, { id });
  for (const list of person ? lists : []) {
    for (let after = endOf(person?.[list.field] as Part); after !== null; ) {
      const more = (await ask(list.query, { id, after }))?.[list.field] as Part | null | undefined;
      if (!more) break; // why is in `missing`
      rowsOf(person?.[list.field] as Part).push(...rowsOf(more));
      after = endOf(more);
    }
  }
  return { complete: missing.length === 0, gatheredAt: new Date().toISOString(), missing, withheld, person };
}

const rowsOf = (part: Part): Row[] => (Array.isArray(part) ? part : part.nodes);

/** Behind what the next part begins; null where this one is the last. */
function endOf(part: Part | null | undefined): string | null {
  if (!part) return null;
  if (!Array.isArray(part)) return part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null;
  return part.length < PART ? null : (part.at(-1)?.id ?? null);
}

const missingOf = ({ message, path = [], extensions }: NonNullable<Answer<unknown>['errors']>[number]): Missing => ({
  path: path.join('.'),
  code: extensions?.code ?? 'INTERNAL_SERVER_ERROR',
  message,
  service: extensions?.service ?? null,
});
