import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import type { Path } from './paths.ts';

/** Values as fields of an entity's key have them, by the type's name. */
export type Keys = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Asks for fields of the type at the end of a path. */
export function alongPath(path: Path, type: GraphQLObjectType, fields: readonly string[], keys: Keys): string {
  const inside = path.reduceRight(
    (inner, { field, to }) => `${call(field, keys)} { ... on ${to.name} { ${inner} } }`,
    selected(type, fields, keys),
  );
  return `${operationOf(path[0]?.from ?? type)} { ${inside} }`;
}

/** Asks for fields of an entity by its key, as the gateway does. */
export function byReference(type: GraphQLObjectType, fields: readonly string[], keys: Keys): string {
  const key = Object.entries(keyOf(type, keys)).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const reference = `{ ${[`__typename: "${type.name}"`, ...key].join(', ')} }`;
  const selection = `... on ${type.name} { ${selected(type, fields, keys)} }`;
  return `query { _entities(representations: [${reference}]) { __typename ${selection} } }`;
}

/** The fields of the first `@key`; none for what is no entity. */
export function keyFields({ astNode }: GraphQLObjectType): string[] {
  const key = astNode?.directives?.find(({ name }) => name.value === 'key');
  const fields = key?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return fields?.kind === 'StringValue' ? fields.value.split(' ') : [];
}

const keyOf = (type: GraphQLObjectType, keys: Keys) =>
  keys[type.name] ??
  Object.fromEntries(keyFields(type).map((name) => [name, name === 'id' ? anId(type.name) : NO_TEXT]));

const operationOf = ({ name }: GraphQLObjectType): string =>
  ({ Mutation: 'mutation', Subscription: 'subscription' })[name] ?? 'query';

const selected = (type: GraphQLObjectType, fields: readonly string[], keys: Keys): string =>
  fields
    .map((name) => type.getFields()[name])
    .filter((field) => field !== undefined)
    .map((field) => `${call(field, keys)}${isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''}`)
    .join(' ');

function call(field: GraphQLField<unknown, unknown>, keys: Keys): string {
  const key = keys[getNamedType(field.type).name] ?? {};
  const given = field.args
    .filter((argument) => isRequiredArgument(argument) || argument.name in key || argument.name === 'first')
    .map((argument) => `${argument.name}: ${valueFor(argument, key)}`);
  return `${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
}

const valueFor = ({ name, type }: GraphQLArgument, key: Readonly<Record<string, unknown>>): string =>
  name in key ? JSON.stringify(key[name]) : literal(type);

const NO_TEXT = 'PL_1261011';
const anId = (type: string): string => `${type}_00000000-0000-4000-8000-000000000000`;

/** By scalar, as a document writes a value of it that is well formed and says nothing. */
const SCALARS: Readonly<Record<string, string>> = {
  Int: '1',
  Float: '1.5',
  Boolean: 'true',
  ID: JSON.stringify(anId('Nothing')),
  String: JSON.stringify(NO_TEXT),
  LocalDate: '"2026-01-15"',
  LocalTime: '"08:00:00"',
  DateTime: '"2026-01-15T12:00:00Z"',
  Decimal: '"1.50"',
  CurrencyCode: '"EUR"',
  CountryCode: '"DE"',
  EventPosition: '"0"',
};

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType);
  if (isListType(type)) return `[${literal(type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{ ${required.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`;
  }
  const text = SCALARS[type.name];
  if (!text) throw new Error(`Say in SCALARS how a ${type.name} is written.`);
  return text;
}
