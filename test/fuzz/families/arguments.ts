import {
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Choices } from '../../kit/choices.ts';
import { type Json, nasty, nastyNumber, nastyText } from '../nasty.ts';
import { type Family, type Known, question, somebody } from '../shot.ts';

/** Cursors, ids, codes, filters and inputs of every wrong kind, for every field of the root that takes any. */
export const argumentsOfRoots: Family = (choices, known) => {
  const who = somebody(choices, known);
  const { schema } = known;
  const isWrite = choices.chance(35);
  const root = isWrite ? schema.getMutationType() : schema.getQueryType();
  const field = choices.pick(Object.values(root?.getFields() ?? {}).filter(({ args }) => args.length > 0));
  const given = field.args.filter((arg) => isNonNullType(arg.type) || choices.chance(50));
  const declared = given.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const query = `${isWrite ? 'mutation' : 'query'}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection(field)} }`;
  const values = given.map((arg) => [arg.name, valueFor(arg.type, arg.name, choices, known)]);
  return question(JSON.stringify({ query, variables: Object.fromEntries(values) }), who, known);
};

function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return '';
  if (!('getFields' in type)) return '{ __typename }';
  const { nodes, id } = type.getFields();
  if (nodes) return '{ nodes { __typename } pageInfo { endCursor hasNextPage } }';
  return id ? '{ __typename id }' : '{ __typename }';
}

/** Of the right type most often, so that the value comes to those who read it. */
function valueFor(type: GraphQLInputType, name: string, choices: Choices, known: Known): Json {
  if (choices.chance(6)) return nasty(choices);
  if (isNonNullType(type)) return valueFor(type.ofType, name, choices, known);
  if (isListType(type)) {
    const one = () => valueFor(type.ofType, name, choices, known);
    return Array.from({ length: choices.pick([0, 1, 1, 2, 60]) }, one);
  }
  if (isEnumType(type)) return choices.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((one) => isNonNullType(one.type) || choices.chance(40));
    return Object.fromEntries(fields.map((one) => [one.name, valueFor(one.type, one.name, choices, known)]));
  }
  // A row that the others ask for stays as it is: nobody knows its version.
  if (name === 'expectedVersion') return choices.pick([0, -1, 999, 2 ** 31 - 1, 2 ** 31]);
  if (type.name === 'ID') return choices.chance(50) ? choices.pick(known.ids) : nastyText(choices);
  if (type.name === 'Int') return choices.chance(50) ? 1 + choices.below(9) : nastyNumber(choices);
  if (type.name === 'Boolean') return choices.chance(50);
  if (name === 'after') return cursor(choices, known);
  return choices.chance(30) ? choices.pick(LIKELY) : nastyText(choices);
}

const LIKELY = [
  ...['PL', 'PL21', 'PL_1261011', 'PEOPLE', 'MANUFACTORIES', 'EECO01', 'NH-F2', '2025', '2026-Q3', 'LATEST', 'SEX=F'],
  ...['10.00', '1e400', '0.001', '99999999999999999999.99', 'PLN', '2026-01-15', '0001-01-01', '9999-12-31', 'S90.20'],
];

/** Of another list, or with something else inside. */
function cursor(choices: Choices, { cursors }: Known): string {
  const good = choices.pick(cursors);
  const parts = Buffer.from(good, 'base64url').toString();
  return choices.pick([
    () => good,
    () => `${good}A`,
    () => good.slice(0, choices.below(good.length)),
    () => Buffer.from(parts.replaceAll(/\d/g, (digit) => (choices.chance(20) ? '9' : digit))).toString('base64url'),
    () => Buffer.from(parts.replace(/"[^"]*"/, () => JSON.stringify(nasty(choices)))).toString('base64url'),
    () => Buffer.from(JSON.stringify([nasty(choices), nasty(choices)])).toString('base64url'),
    () => nastyText(choices),
  ])();
}
