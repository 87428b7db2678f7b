import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { EntityKeys } from '../entity-keys.ts';
import { isShallow, jsonText } from '../json-text.ts';
import { isTree, own, type Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';
import { compileRequirement, type RequiredField, type Requirement } from './required-fields.ts';

export interface Representation {
  /** The JSON text to send so that the subgraph finds the entity; null where the tree does not hold enough for it. */
  textOf(entity: Tree): string | null;
  /** A value of the entity that most likely tells it from others. */
  hintOf(entity: Tree): unknown;
  /** For want of which keys of the tree there may be no representation. */
  missing(entity: Tree): string[];
}

/**
 * Compiles a fetch's `requires`. A field that is null is sent as null, for "known to be nothing" is an answer;
 * one that never came keeps the entity from being asked for, lest a subgraph computes on with a hole in it.
 */
export function compileRepresentation(
  selections: RequiresSelection[],
  isKey: EntityKeys,
  types: TypeConditions,
): Representation {
  const requirement = compileRequirement(selections, types);
  const identifying = new WeakMap<RequiredField[], RequiredField[]>();

  /** Where the plan sends no field of a key at all, anything that it sends has to do. */
  function identifyingOf(fields: RequiredField[]): RequiredField[] {
    const known = identifying.get(fields);
    if (known) return known;
    const keys = fields.filter(({ type, to }) => isKey(type, to));
    const found = keys.length ? keys : fields.filter(({ to }) => to !== '__typename');
    identifying.set(fields, found);
    return found;
  }

  return {
    textOf(entity) {
      const isFindable = identifyingOf(requirement.fieldsOf(entity)).some(({ from }) => own(entity, from) != null);
      return isFindable ? write(entity, requirement, true) : null;
    },
    hintOf(entity) {
      const [key] = identifyingOf(requirement.fieldsOf(entity));
      return key && own(entity, key.from);
    },
    missing: (entity) => requirement.fieldsOf(entity).flatMap(({ from }) => (own(entity, from) == null ? [from] : [])),
  };
}

/** Gives null where something that is asked for never came, or is nested too deep to be sent. */
function write(object: Tree, requirement: Requirement, isEntity: boolean): string | null {
  // The subgraph has to tell the types of a union apart, too, although the plan does not spell it out.
  const isTyped = (isEntity || requirement.byType) && object.__typename !== undefined;
  const typename = isTyped ? jsonText(object.__typename) : '';
  if (typename === null) return null;
  let text = isTyped ? `"__typename":${typename}` : '';

  for (const { from, to, prefix, inner } of requirement.fieldsOf(object)) {
    if (isTyped && to === '__typename') continue;
    const value = own(object, from);
    if (value === undefined) return null;
    const sent = inner && isShallow(value) ? writeInner(value, inner) : jsonText(value);
    if (sent === null) return null;
    text += text === '' ? prefix + sent : `,${prefix}${sent}`;
  }
  return `{${text}}`;
}

function writeInner(value: unknown, inner: Requirement): string | null {
  if (Array.isArray(value)) {
    const items = value.map((item) => writeInner(item, inner));
    return items.includes(null) ? null : `[${items.join()}]`;
  }
  return isTree(value) ? write(value, inner, false) : jsonText(value);
}
