import { type GraphQLSchema, isObjectType } from 'graphql';
import { isAboutPeople, requiredScopes } from '../../shared/access/people-types.ts';
import { type Caller, grantedScopes } from '../../shared/trust/caller.ts';

/** The fields about people that a caller's scopes and purpose let the caller see, as `Type.field`, and the roots to them. */
export function seenFor(schema: GraphQLSchema, caller: Pick<Caller, 'scopes' | 'purpose'>): string[] {
  const granted = grantedScopes(caller as Caller);
  const allows = (scopes: string[][] | null) => scopes?.some((all) => all.every((one) => granted.has(one))) ?? true;
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.values(isObjectType(type) && allows(requiredScopes(type)) ? type.getFields() : {})
        .filter(
          (field) =>
            isAboutPeople(type) ||
            requiredScopes(field)
              ?.flat()
              .some((one) => one.startsWith('people:')),
        )
        .filter((field) => allows(requiredScopes(field)))
        .map((field) => `${type.name}.${field.name}`),
    )
    .sort();
}
