import type { GraphQLSchema } from 'graphql';
import { anyOf } from './dependency.ts';
import type { Ownership } from './ownership.ts';
import { meetRequired } from './required-fields.ts';

/** What a field's owner works its answer out from, by `@requires`, although no client asked for it. */
export interface RequiredFacts {
  /** Whose facts about the entity itself. */
  owners: Set<string>;
  /** What it depends on beyond the entity. */
  beyond: Set<string>;
}

export function requiredFacts(schema: GraphQLSchema, ownership: Ownership, type: string, field: string): RequiredFacts {
  const facts: RequiredFacts = { owners: new Set(), beyond: new Set() };
  meetRequired(schema, ownership, type, field, (one, name, isSelf) => {
    for (const owner of ownership.ownersOf(one.name, name)) {
      if (isSelf) facts.owners.add(owner);
      else facts.beyond.add(anyOf(ownership, owner, one.name));
    }
  });
  return facts;
}
