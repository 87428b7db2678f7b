import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { REQUEST_REFUSALS } from '../../gateway/limits/refusal.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { coordinateOf, type Path, pathsOf } from './paths.ts';
import { alongPath, byReference, type Keys, keyFields } from './write-query.ts';

export interface AnsweredError {
  message: string;
  extensions?: { code?: string; coordinate?: string };
}

/** Sends a query as a caller, and gives the errors of the answer; a subscription's are those of its first message. */
export type Send = (query: string, caller: Caller) => Promise<readonly AnsweredError[]>;

/** How a cell of the matrix turned out: the code and the coordinate of the refusal, or null for a caller who is let through. */
export type Outcome = { code: string; coordinate: string } | null;

/** One way to ask for fields of a type. */
export interface Way {
  type: GraphQLObjectType;
  /** The fields on the way, which have to let the caller through first; null for an entity by its key. */
  path: Path | null;
}

/** Every way by which the fields of a schema can be asked for: from a root, and as an entity by its key. */
export function waysOf(schema: GraphQLSchema): Way[] {
  const paths = pathsOf(schema);
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('_')) return [];
    const path = paths.get(type.name);
    const byKey = keyFields(type).length > 0 ? [{ type, path: null }] : [];
    return path ? [{ type, path }, ...byKey] : byKey;
  });
}

export const fieldsOf = ({ type }: Way): string[] =>
  Object.keys(type.getFields()).filter((name) => !name.startsWith('_'));

export const onTheWay = ({ path }: Way): string[] => (path ?? []).map(coordinateOf);

/**
 * Asks for the fields of a type on one way as a caller, and gives each field's outcome. It is one question where all are
 * let through, or none because of a field on the way; else, and for roots, one for each: a refusal may hide another.
 */
export async function ask(send: Send, way: Way, caller: Caller, keys: Keys = {}): Promise<Map<string, Outcome>> {
  const fields = fieldsOf(way);
  const answered = async (names: readonly string[]) => refusalIn(await send(questionOf(way, names, keys), caller));
  if (!['Query', 'Mutation', 'Subscription'].includes(way.type.name)) {
    const refusal = await answered(fields);
    if (!refusal || onTheWay(way).includes(refusal.coordinate)) return new Map(fields.map((name) => [name, refusal]));
  }
  const outcomes = new Map<string, Outcome>();
  for (const name of fields) outcomes.set(name, await answered([name]));
  return outcomes;
}

export const questionOf = (way: Way, fields: readonly string[], keys: Keys = {}): string =>
  way.path ? alongPath(way.path, way.type, fields, keys) : byReference(way.type, fields, keys);

const OURS = /^You may not use `([\w.]+)`|^`([\w.]+)` needs a token/;
const WRONG_QUESTION: readonly string[] = [
  ...['INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'],
  ...REQUEST_REFUSALS,
];

/** What the schema forbids; whatever else is refused was let through. Throws where the question itself is wrong. */
function refusalIn(errors: readonly AnsweredError[]): Outcome {
  for (const { message, extensions } of errors) {
    const code = extensions?.code ?? '';
    if (WRONG_QUESTION.includes(code)) throw new Error(`${code}: ${message}`);
    const [, forbidden, unauthenticated] = OURS.exec(message) ?? [];
    const coordinate = extensions?.coordinate ?? forbidden ?? unauthenticated;
    if (coordinate) return { code, coordinate };
  }
  return null;
}
