import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** Fields that need an argument are asked with each of these. */
const ARGUMENTS: Record<string, string[]> = { level: ['LOCAL', 'REGIONAL'], period: ['"2007"', '"2026"'] };

/** The types that have a key in this subgraph, other than reference data, whose key is a code. */
export function entityTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  const union = schema.getType('_Entity');
  return isUnionType(union) ? union.getTypes().filter((type) => 'id' in type.getFields()) : [];
}

/** Everything that an entity shows; of other entities in it, the id alone. */
export function wholeSelection(schema: GraphQLSchema, type: GraphQLObjectType): string {
  const union = schema.getType('_Entity');
  const entities = new Set<string>(isUnionType(union) ? union.getTypes().map(({ name }) => name) : []);
  const select = (of: GraphQLObjectType): string =>
    Object.values(of.getFields())
      .map((field) => selected(field))
      .join(' ');
  const selected = (field: GraphQLField<unknown, unknown>): string => {
    const named = getNamedType(field.type);
    const inner = isLeafType(named) ? '' : isObjectType(named) ? within(named) : '{ __typename }';
    const needed = field.args.filter(isRequiredArgument);
    if (needed.length > 0) {
      const [name = ''] = needed.map((argument) => argument.name);
      const values = ARGUMENTS[name] ?? [];
      return values.map((value, i) => `${field.name}_${i}: ${field.name}(${name}: ${value}) ${inner}`).join(' ');
    }
    return `${field.name}${field.args.some(({ name }) => name === 'first') ? '(first: 100)' : ''} ${inner}`;
  };
  const within = (named: GraphQLObjectType): string => {
    if (!entities.has(named.name)) return `{ ${select(named)} }`;
    return 'id' in named.getFields() ? '{ id }' : '{ __typename }';
  };
  return select(type);
}
