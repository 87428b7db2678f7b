import {
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

const SCALARS: Record<string, string> = { Int: '1', Float: '1', Boolean: 'true', ID: '"1"', String: '"1"' };
const DEEPEST = 5;

/** The arguments that a field cannot do without, as they stand behind its name. */
export function sampleArguments(args: readonly GraphQLArgument[]): string {
  const needed = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: ${sampleValue(type)}`);
  return needed.length > 0 ? `(${needed.join(', ')})` : '';
}

function sampleValue(type: GraphQLInputType, depth = 0): string {
  if (isNonNullType(type)) return sampleValue(type.ofType, depth);
  if (isListType(type)) return `[${sampleValue(type.ofType, depth)}]`;
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  if (!isInputObjectType(named)) return SCALARS[named.name] ?? '"1"';
  if (depth === DEEPEST) return '{}';
  const fields = Object.values(named.getFields());
  const needed = named.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
  return `{${needed.map((field) => `${field.name}: ${sampleValue(field.type, depth + 1)}`).join(', ')}}`;
}
