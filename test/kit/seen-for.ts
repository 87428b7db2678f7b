import { type GraphQLSchema, isObjectType } from 'graphql';
import { isAboutPeople } from '../../shared/access/people-types.ts';
import { ownRequirements } from '../../shared/access/read-requirements.ts';
import type { Alternatives } from '../../shared/access/requirement.ts';
import { type Caller, grantedScopes } from '../../shared/trust/caller.ts';

/** The fields about people that a caller's scopes and purpose let the caller see, as `Type.field`, and the roots to them. */
export function seenFor(schema: GraphQLSchema, caller: Pick<Caller, 'scopes' | 'purpose'>): string[] {
  const granted = grantedScopes(caller as Caller);
  const allows = (required: Alternatives[]) =>
    required.every((alternatives) => alternatives.some((all) => all.every((one) => granted.has(one))));
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(isObjectType(type) && allows(ownRequirements(type)) ? type.getFields() : {})
        .filter(
          (field) =>
            isAboutPeople(type) ||
            ownRequirements(field)
              .flat(2)
              .some((one) => one.startsWith('people:')),
        )
        .filter((field) => allows(ownRequirements(field)))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}
