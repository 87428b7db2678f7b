import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Choices } from '../../kit/choices.ts';
import type { KnownRows } from '../../kit/random-input.ts';

const DEPTH = 5;
/** An indicator of both datasets. */
const INDICATOR = 'NH-F2';
const TERRITORIES = ['EU', 'PL21', 'PL_1261011', 'PL_1261011-D18', 'PL_1203034'];

/** What nobody keeps: raw figures, registers, submissions and people. */
const UNKEPT = /^export|^submission|Figures$|^beneficiary$|^employment|[eE]rasure/;

/** Asks for this and that of the hub's whole schema, by ids of rows that there are. */
export function randomQuestion(choices: Choices, schema: GraphQLSchema, { ids }: KnownRows): string {
  const root = schema.getQueryType();
  const fields = Object.values(root?.getFields() ?? {}).filter(({ name }) => !UNKEPT.test(name));
  const count = 1 + choices.below(3);
  const asked = Array.from({ length: count }, (_, i) => `f${i}: ${field(choices.pick(fields), DEPTH)}`);
  return `{ ${asked.join(' ')} }`;

  /** One that is not there for a type that has no rows. */
  function idsOf(type: string): readonly string[] {
    const known = type === 'Node' ? [...ids.values()].flat() : (ids.get(type) ?? []);
    return known.length > 0 ? known : [`${type}_00000000-0000-4000-8000-000000000000`];
  }

  function selections(type: GraphQLCompositeType, depth: number): string {
    if (!isObjectType(type)) return `__typename ${possible(type, depth)}`;
    const all = Object.values(type.getFields());
    const leaves = all.filter((one) => !isCompositeType(getNamedType(one.type)));
    const inner = depth > 0 ? all.filter((one) => isCompositeType(getNamedType(one.type))) : [];
    const isPage = type.name.endsWith('Connection');
    const some = [...choices.some(leaves, isPage ? 30 : 50), ...choices.some(inner, isPage ? 90 : 25)];
    const written = [...new Set(some)].map((one, i) => `${one.args.length ? `a${i}: ` : ''}${field(one, depth - 1)}`);
    return written.length > 0 ? written.join(' ') : '__typename';
  }

  function possible(type: GraphQLCompositeType, depth: number): string {
    if (isObjectType(type)) return '';
    const one = choices.pick([...schema.getPossibleTypes(type)]);
    return `... on ${one.name} { ${selections(one, depth - 1)} }`;
  }

  function field(one: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(one.type);
    const given = one.args.flatMap((arg) => argument(arg, type.name));
    const head = `${one.name}${given.length ? `(${given.join(', ')})` : ''}`;
    return isCompositeType(type) ? `${head} { ${selections(type, depth)} }` : head;
  }

  function argument(arg: GraphQLArgument, type: string): string[] {
    if (arg.name === 'first') return [`first: ${1 + choices.below(12)}`];
    if (arg.name === 'id') return [`id: "${choices.pick(idsOf(type))}"`];
    if (arg.name === 'ids') return [`ids: ["${choices.pick(idsOf(type))}", "${choices.pick(idsOf(type))}"]`];
    if (arg.name === 'territory' || arg.name === 'code') return [`${arg.name}: "${choices.pick(TERRITORIES)}"`];
    if (arg.name === 'within') return [`within: "${choices.pick(TERRITORIES)}"`];
    if (arg.name === 'territories')
      return [`territories: ["${choices.pick(TERRITORIES)}", "${choices.pick(TERRITORIES)}"]`];
    if (arg.name === 'dataset') return [`dataset: "${choices.pick(['PEOPLE', 'MANUFACTORIES'])}"`];
    if (arg.name === 'indicator') return [`indicator: "${INDICATOR}"`];
    if (arg.name === 'indicators') return [`indicators: ["${INDICATOR}"]`];
    if (arg.name === 'periods') return [`periods: ["${choices.pick(['2025', '2026-Q3', 'LATEST'])}"]`];
    if (arg.name === 'period') return [`period: "${choices.pick(['2006', '2026', '2026-Q3'])}"`];
    if (arg.name === 'filter' && choices.chance(40) && String(arg.type).match(/Filter/)) {
      const known = getNamedType(arg.type);
      const hasTerritory = 'getFields' in known && 'territory' in known.getFields();
      return hasTerritory ? [`filter: { territory: "${choices.pick(TERRITORIES)}" }`] : [];
    }
    const named = getNamedType(arg.type);
    if (isRequiredArgument(arg) && isEnumType(named)) return [`${arg.name}: ${choices.pick(named.getValues()).name}`];
    if (isRequiredArgument(arg)) throw new Error(`No value is known for the argument ${arg.name}: ${arg.type}.`);
    return [];
  }
}
