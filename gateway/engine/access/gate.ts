import type { Access } from './access.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Requirement } from './requirement.ts';

/** Says what may not be seen, and why, to those for whom the requirements of a document fall out alike. */
export interface Gate {
  /** Whether nothing is refused. */
  isOpen: boolean;
  /** Of an object; where no more than an interface of it is known, what is refused of any of its types. */
  refusesField(type: string, field: string): Refusal | null;
  refusesObject(type: string): Refusal | null;
}

export const OPEN_GATE: Gate = { isOpen: true, refusesField: () => null, refusesObject: () => null };

export function gateFor(access: Access, unmet: ReadonlySet<Requirement>, isAnonymous: boolean): Gate {
  if (unmet.size === 0) return OPEN_GATE;
  const known = new Map<string, Refusal | null>();

  const unmetOf = (requirements: readonly Requirement[]): Requirement[] => requirements.filter((one) => unmet.has(one));

  /** Where none of the types that the value may have can be seen, the value cannot. */
  function unmetOfValue(type: string, field: string): Requirement[] {
    const value = access.valueOf(type, field);
    const types = value === undefined ? [] : access.typesWithin(value).map((name) => unmetOf(access.ofType(name)));
    return types.every(({ length }) => length > 0) ? (types[0] ?? []) : [];
  }

  function unmetOfField(type: string, field: string): Requirement[] {
    const own = unmetOf(access.ofField(type, field));
    return own.length > 0 ? own : unmetOfValue(type, field);
  }

  function remember(what: string, find: () => Requirement[]): Refusal | null {
    const told = known.get(what);
    if (told !== undefined) return told;
    const found = [...new Set(find())];
    const refusal = found.length > 0 ? refusalOf(what, found, isAnonymous) : null;
    known.set(what, refusal);
    return refusal;
  }

  return {
    isOpen: false,
    refusesField: (type, field) =>
      remember(`${type}.${field}`, () => access.typesWithin(type).flatMap((one) => unmetOfField(one, field))),
    refusesObject: (type) =>
      remember(type, () => access.typesWithin(type).flatMap((one) => unmetOf(access.ofType(one)))),
  };
}
