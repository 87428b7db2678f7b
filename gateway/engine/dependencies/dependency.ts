import type { Ownership } from './ownership.ts';

/**
 * What an answer depends on, as text; a write that touches it makes the answer old:
 * `<subgraph>:<uuid>` one entity, `<subgraph>:<Type>*` any of its type, `<subgraph>:<Type>[]` which of them there are,
 * `<subgraph>:*` whatever the subgraph writes.
 */
export type Dependency = string;

export const ofEntity = (subgraph: string, uuid: string): Dependency => `${subgraph}:${uuid}`;
export const ofType = (subgraph: string, type: string): Dependency => `${subgraph}:${type}*`;
export const ofList = (subgraph: string, type: string): Dependency => `${subgraph}:${type}[]`;
export const ofAnything = (subgraph: string): Dependency => `${subgraph}:*`;

/** The subgraph that a dependency is of. */
export const subgraphOf = (dependency: Dependency): string => dependency.slice(0, dependency.indexOf(':'));

/** An entity of which nobody knows which. Of one whose rows are elsewhere, a touch tells the uuid alone, and no type. */
export const anyOf = (ownership: Ownership, subgraph: string, type: string): Dependency =>
  ownership.isHome(type, subgraph) ? ofType(subgraph, type) : ofAnything(subgraph);

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The uuid in the id `Type_<uuid>`; undefined where it is no such id. */
export function uuidIn(id: unknown): string | undefined {
  if (typeof id !== 'string') return undefined;
  const uuid = id.slice(id.indexOf('_') + 1);
  return uuid.length === 36 && uuid.length < id.length && UUID.test(uuid) ? uuid : undefined;
}
