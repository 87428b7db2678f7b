import { type GraphQLNamedType, type GraphQLSchema, isObjectType, Kind, parse } from 'graphql';
import { ownRequirements } from './read-requirements.ts';
import type { Alternatives } from './requirement.ts';

export const asksForPeople = (alternatives: Alternatives): boolean =>
  alternatives.every((all) => all.some((scope) => scope.startsWith('people:')));

/**
 * Whether a type is about people: nobody comes to it without a scope of people. Nothing of such a type is told of in a
 * touch, kept in a cache, or shared.
 */
export const isAboutPeople = (type: GraphQLNamedType): boolean => ownRequirements(type).some(asksForPeople);

/** Has no answer kept that a type about people may be in, also where it says that there is no such person. */
export function keepPeopleOutOfCaches(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || !type.astNode || !isAboutPeople(type)) continue;
    type.astNode = { ...type.astNode, directives: [...(type.astNode.directives ?? []), ...NOBODY_KEEPS] };
  }
}

/** As Apollo's plugin for cache control reads it; it is not in the SDL, for a header tells the gateway. */
const NOBODY_KEEPS = parse('type T @cacheControl(maxAge: 0, scope: PRIVATE)').definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [],
);
