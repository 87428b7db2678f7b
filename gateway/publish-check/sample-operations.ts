import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { sampleArguments } from './sample-value.ts';

const LEVELS = 2;

/**
 * Operations that together ask for everything: each root field with what is two levels beneath it, and all fields of each type, by the
 * shortest way to it. So every move from subgraph to subgraph by each key is planned once.
 */
export function* sampleOperations(schema: GraphQLSchema): Generator<string> {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  for (const [kind, root] of roots) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      yield `${kind} { ${call(field)}${selection(schema, getNamedType(field.type), LEVELS)} }`;
    }
  }
  for (const { type, way } of waysTo(schema)) yield `query ${way(selection(schema, type, 1))}`;
}

const call = (field: GraphQLField<unknown, unknown>): string => field.name + sampleArguments(field.args);

/** With so many levels of objects; one more would be large. */
function selection(schema: GraphQLSchema, type: GraphQLNamedType, levels: number): string {
  if (isLeafType(type)) return '';
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const own = fields.flatMap((field) => {
    const value = getNamedType(field.type);
    if (isLeafType(value)) return [call(field)];
    return levels > 0 ? [call(field) + selection(schema, value, levels - 1)] : [];
  });
  const members = isAbstractType(type) && !isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  const parts = members.map((member, index) => `... on ${member.name} { ${memberFields(member, index)} }`);
  return ` { ${['__typename', ...own, ...parts].join(' ')} }`;
}

/** By names of their own: members of a union may have a field of another type each. */
const memberFields = (member: GraphQLNamedType, index: number): string =>
  isObjectType(member)
    ? Object.values(member.getFields())
        .filter(({ type }) => isLeafType(getNamedType(type)))
        .map((field) => `m${index}_${field.name}: ${call(field)}`)
        .concat('__typename')
        .join(' ')
    : '__typename';

interface Way {
  type: GraphQLNamedType;
  /** Puts a selection at the end of the way. */
  way: (selection: string) => string;
}

/** The object types that queries reach, each by the fewest fields. */
function* waysTo(schema: GraphQLSchema): Generator<Way> {
  const root = schema.getQueryType();
  if (!root) return;
  const found = new Set<GraphQLNamedType>([root]);
  const queue: Way[] = [{ type: root, way: (rest) => rest }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { type, way } = next;
    if (isObjectType(type) && type !== root) yield next;
    const steps: Way[] = isAbstractType(type)
      ? schema.getPossibleTypes(type).map((member) => ({
          type: member,
          way: (rest) => way(` { __typename ... on ${member.name}${rest} }`),
        }))
      : [];
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        steps.push({ type: getNamedType(field.type), way: (rest) => way(` { ${call(field)}${rest} }`) });
      }
    }
    for (const step of steps) {
      if (isLeafType(step.type) || found.has(step.type)) continue;
      found.add(step.type);
      queue.push(step);
    }
  }
}
