import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { EntityKeys } from '../entity-keys.ts';
import { jsonText } from '../json-text.ts';
import { isTree, own, type Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';
import { compileRequirement, type RequiredField, type Requirement } from './required-fields.ts';

export interface Representation {
  /**
   * Gives what writes, for one run, the JSON text to send so that the subgraph finds an entity; null where the tree does
   * not hold enough for it. An entity that stands in many places is written once.
   */
  writer(): (entity: Tree) => string | null;
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

  function textOf(entity: Tree): string | null {
    const isFindable = identifyingOf(requirement.fieldsOf(entity)).some(({ from }) => own(entity, from) != null);
    return isFindable ? write(entity, requirement, true) : null;
  }

  return {
    writer() {
      const written = new Map<unknown, { entity: Tree; text: string | null }>();
      return (entity) => {
        const fields = requirement.fieldsOf(entity);
        const hint = identifyingOf(fields)[0]?.from;
        const value = hint === undefined ? undefined : own(entity, hint);
        const before = written.get(value);
        if (before && agree(entity, before.entity, fields)) return before.text;

        const text = textOf(entity);
        written.set(value, { entity, text });
        return text;
      };
    },
    missing: (entity) => requirement.fieldsOf(entity).flatMap(({ from }) => (own(entity, from) == null ? [from] : [])),
  };
}

/** Whether two entities are seen at a glance to be the same in all that is sent of them. */
function agree(one: Tree, other: Tree, fields: RequiredField[]): boolean {
  if (one.__typename !== other.__typename) return false;
  for (const { from } of fields) {
    const value = own(one, from);
    if (value !== own(other, from) || (typeof value === 'object' && value !== null)) return false;
  }
  return true;
}

/** Gives null where something that is asked for never came. */
function write(object: Tree, requirement: Requirement, isEntity: boolean): string | null {
  // The subgraph has to tell the types of a union apart, too, although the plan does not spell it out.
  const isTyped = (isEntity || requirement.byType) && object.__typename !== undefined;
  let text = isTyped ? `"__typename":${jsonText(object.__typename)}` : '';

  for (const { from, to, prefix, inner } of requirement.fieldsOf(object)) {
    if (isTyped && to === '__typename') continue;
    const value = own(object, from);
    if (value === undefined) return null;
    const sent = inner ? writeInner(value, inner) : jsonText(value);
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
