import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';
import { isMeta } from '../plannable.ts';
import type { Access } from './access.ts';
import { type Gate, gateFor, OPEN_GATE } from './gate.ts';
import { type Granted, isMet, type Requirement } from './requirement.ts';

/** How the requirements of a document fall out for a caller. */
export interface Decision {
  /** Equal where they fall out alike; empty where there are none. */
  key: string;
  gate: Gate;
}

/** Of the ways in which the requirements of one document can fall out, so many are kept. */
const GATES_KEPT = 16;
const NOTHING_ASKED: Decision = { key: '', gate: OPEN_GATE };

/** Gives the decision of each caller about one document. @param granted - asked only where something is required */
export function decisionsOn(
  access: Access,
  schema: GraphQLSchema,
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): (granted: () => Granted) => Decision {
  const asked = access.isOpen ? [] : [...requirementsIn(access, schema, [definition, ...fragments.values()])];
  if (asked.length === 0) return () => NOTHING_ASKED;

  const decisions = new BoundedCache<Decision>(GATES_KEPT);
  return (granted) => {
    const scopes = granted();
    const key = scopes === null ? 'anonymous' : asked.map((one) => (isMet(one, scopes) ? 'y' : 'n')).join('');
    return decisions.remember(key, () => {
      const unmet = new Set(asked.filter((one) => !isMet(one, scopes)));
      return { key, gate: gateFor(access, unmet, scopes === null) };
    });
  };
}

function requirementsIn(
  access: Access,
  schema: GraphQLSchema,
  parts: readonly (OperationDefinitionNode | FragmentDefinitionNode)[],
): Set<Requirement> {
  const found = new Set<Requirement>();
  const add = (requirements: readonly Requirement[]): void => {
    for (const requirement of requirements) found.add(requirement);
  };
  const types = new TypeInfo(schema);
  const visitor = visitWithTypeInfo(types, {
    Field(field) {
      if (isMeta(field)) return;
      const name = field.name.value;
      for (const type of access.typesWithin(types.getParentType()?.name ?? '')) {
        add(access.ofField(type, name));
        for (const value of access.typesWithin(access.valueOf(type, name) ?? '')) add(access.ofType(value));
      }
    },
  });
  for (const part of parts) visit(part, visitor);
  return found;
}
