import { type GraphQLSchema, isAbstractType, isInterfaceType } from 'graphql';

export interface TypeConditions {
  /** Whether an object of this type is covered by `... on condition`. */
  satisfies(type: string, condition: string): boolean;
  isInterface(type: string): boolean;
  isKnown(type: string): boolean;
}

/** Reads the whole supergraph, hidden types too: plans speak of them, and answers name them. */
export function readTypeConditions(schema: GraphQLSchema): TypeConditions {
  const covered = new Map<string, Set<string>>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    const names = new Set(schema.getPossibleTypes(type).map((possible) => possible.name));
    if (isInterfaceType(type)) {
      for (const narrower of schema.getImplementations(type).interfaces) names.add(narrower.name);
    }
    covered.set(type.name, names);
  }

  return {
    satisfies: (type, condition) => type === condition || covered.get(condition)?.has(type) === true,
    isInterface: (type) => isInterfaceType(schema.getType(type)),
    isKnown: (type) => schema.getType(type) !== undefined,
  };
}
