import { type GraphQLSchema, isObjectType } from 'graphql';
import { fieldRequirements } from '../../shared/access/read-requirements.ts';
import type { Alternatives } from '../../shared/access/requirement.ts';
import type { Who } from './declared.ts';

/** Every field that the subgraph adds to the graph, and who may use it as the schema's directives have it. */
export function requiredBy(schema: GraphQLSchema): Map<string, Who> {
  const required = new Map<string, Who>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      required.set(`${type.name}.${field.name}`, together(fieldRequirements(type, field)));
    }
  }
  return required;
}

/** The least that fulfils all of them. */
function together(requirements: readonly Alternatives[]): Who {
  if (requirements.length === 0) return null;
  const products = requirements.reduce((some, more) =>
    some.flatMap((all) => more.map((others) => [...new Set([...all, ...others])])),
  );
  const sorted = products.map((all) => all.toSorted());
  const isPart = (part: readonly string[], all: readonly string[]) =>
    part.length < all.length && part.every((scope) => all.includes(scope));
  const least = sorted.filter((all) => !sorted.some((part) => isPart(part, all)));
  return [...new Map(least.map((all) => [all.join(), all])).values()];
}
