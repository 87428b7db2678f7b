import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { EntityKeys } from '../entity-keys.ts';
import { isTree, own, type Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';
import { compileRequirement, type RequiredField, type Requirement } from './required-fields.ts';

export interface Representation {
  /** What to send so that the subgraph finds the entity; null where the tree does not hold enough for it. */
  of(entity: Tree): Tree | null;
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

  /** Where the plan sends no field of a key at all, anything that it sends has to do. */
  function isFindable(entity: Tree, fields: RequiredField[]): boolean {
    const keys = fields.filter(({ type, to }) => isKey(type, to));
    const identifying = keys.length ? keys : fields.filter(({ to }) => to !== '__typename');
    return identifying.some(({ from }) => own(entity, from) != null);
  }

  return {
    of(entity) {
      const fields = requirement.fieldsOf(entity);
      return isFindable(entity, fields) ? take(entity, requirement, true) : null;
    },
    missing: (entity) => requirement.fieldsOf(entity).flatMap(({ from }) => (own(entity, from) == null ? [from] : [])),
  };
}

/** Gives null where something that is asked for never came. */
function take(object: Tree, requirement: Requirement, isEntity: boolean): Tree | null {
  const taken: Tree = {};
  // The subgraph has to tell the types of a union apart, too, although the plan does not spell it out.
  if ((isEntity || requirement.byType) && object.__typename !== undefined) taken.__typename = object.__typename;

  for (const { from, to, inner } of requirement.fieldsOf(object)) {
    const value = own(object, from);
    const sent = inner ? takeInner(value, inner) : value;
    if (sent === undefined) return null;
    taken[to] = sent;
  }
  return taken;
}

function takeInner(value: unknown, inner: Requirement): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => takeInner(item, inner));
    return items.includes(undefined) ? undefined : items;
  }
  return isTree(value) ? (take(value, inner, false) ?? undefined) : value;
}
