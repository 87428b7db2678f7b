import { GraphQLError, type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';

/** How a leaf's value is checked. Scalars of the subgraphs' own are theirs to define, and pass as they are. */
export function leafReader(type: GraphQLLeafType, coordinate: string): (value: unknown) => unknown {
  if (isEnumType(type)) {
    return (value) => {
      if (typeof value === 'string' && type.getValue(value)) return value;
      // The value is not told: it may be one that clients are not to know of.
      throw new GraphQLError(`The value of ${coordinate} is not one of the enum ${type.name}.`);
    };
  }
  return isSpecifiedScalarType(type) ? (value) => type.serialize(value) : (value) => value;
}
