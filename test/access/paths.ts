import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** One field on the way to a type. Where it gives one of several types, `to` is the one that the way goes on with. */
export interface Step {
  from: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  to: GraphQLObjectType;
}

export type Path = readonly Step[];

export const coordinateOf = ({ from, field }: Step): string => `${from.name}.${field.name}`;

/**
 * The way from a root to each type that has one: short, and rather by lists, which show what is there, than by an id that
 * has to be known. Mutations and subscriptions lead to what no query shows.
 */
export function pathsOf(schema: GraphQLSchema): Map<string, Path> {
  const paths = new Map<string, Path>();
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (root) addPathsFrom(root, schema, paths);
  }
  return paths;
}

const KNOWING_AN_ID = 10;

function addPathsFrom(root: GraphQLObjectType, schema: GraphQLSchema, found: Map<string, Path>): void {
  const open: { type: GraphQLObjectType; path: Path; cost: number }[] = [{ type: root, path: [], cost: 0 }];
  for (let next = open.shift(); next; next = open.shift()) {
    const { type, path, cost } = next;
    if (found.has(type.name)) continue;
    found.set(type.name, path);
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      for (const to of objectTypes(schema, getNamedType(field.type))) {
        const more = field.args.some(isRequiredArgument) ? KNOWING_AN_ID : 1;
        open.push({ type: to, path: [...path, { from: type, field, to }], cost: cost + more });
      }
    }
    open.sort((a, b) => a.cost - b.cost);
  }
}

const objectTypes = (schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
};
