import { type GraphQLSchema, getNamedType, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { isAboutPeople } from '../access/people-types.ts';

/**
 * The names of the types that a query can come to, but for those about people, of which nobody is told. A type that only
 * mutations give is none of them.
 */
export function readableTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const found = new Set<string>();
  const next = ['Query'];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    const type = schema.getType(name);
    if (!type || found.has(name) || isAboutPeople(type)) continue;
    found.add(name);
    if (isAbstractType(type)) next.push(...schema.getPossibleTypes(type).map((possible) => possible.name));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    next.push(...Object.values(type.getFields()).map((field) => getNamedType(field.type).name));
  }
  return found;
}
