import { GraphQLError, type GraphQLLeafType, isEnumType, isSpecifiedScalarType } from 'graphql';
import { isShallow, jsonText, quote } from '../json-text.ts';

/**
 * How a leaf's value is checked. Scalars of the subgraphs' own are theirs to define, and pass as they are. No error tells
 * the value: it may be one that clients are not to know of.
 */
export function leafReader(type: GraphQLLeafType, coordinate: string): (value: unknown) => unknown {
  if (isEnumType(type)) {
    return (value) => {
      if (typeof value === 'string' && type.getValue(value)) return value;
      throw new GraphQLError(`The value of ${coordinate} is not one of the enum ${type.name}.`);
    };
  }
  if (isSpecifiedScalarType(type)) {
    return (value) => {
      try {
        return type.serialize(value);
      } catch {
        throw new GraphQLError(`The value of ${coordinate} is no ${type.name}.`);
      }
    };
  }
  return (value) => {
    if (isShallow(value)) return value;
    throw new GraphQLError(`The value of ${coordinate} is nested too deep.`);
  };
}

const INT_LIMIT = 2 ** 31;

/** Writes a leaf that needs neither conversion nor an error as JSON; gives undefined for any other. */
export function leafWriter(type: GraphQLLeafType): (value: unknown) => string | undefined {
  if (isEnumType(type)) {
    const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
    return (value) => texts.get(value);
  }
  if (!isSpecifiedScalarType(type)) return (value) => jsonText(value) ?? undefined;
  switch (type.name) {
    case 'Int':
      return (value) =>
        Number.isInteger(value) && (value as number) < INT_LIMIT && (value as number) >= -INT_LIMIT
          ? `${value}`
          : undefined;
    case 'Float':
      return (value) => (Number.isFinite(value) ? `${value}` : undefined);
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? `${value}` : undefined);
    default:
      return (value) => (typeof value === 'string' ? quote(value) : undefined);
  }
}
