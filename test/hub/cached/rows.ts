import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';
import type { KnownRows } from '../../kit/random-input.ts';

type Ask = (query: string) => Promise<Record<string, unknown>>;

/** Reads what the root's lists have, and the lists of what is in them. */
export async function readRows(schema: GraphQLSchema, ask: Ask): Promise<KnownRows> {
  const ids = new Map<string, string[]>();
  const versions = new Map<string, number>();
  const root = schema.getQueryType();
  for (const { name, node } of root ? listsOf(root) : []) {
    const inner = listsOf(node).map((list) => `${list.name}(first: 20) { nodes { __typename id version } }`);
    collect(await ask(`{ ${name}(first: 100) { nodes { __typename id version ${inner.join(' ')} } } }`));
  }
  return { ids, versions };

  function collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const { __typename: type, id, version } = value as Record<string, unknown>;
    if (typeof type === 'string' && typeof id === 'string' && typeof version === 'number' && !versions.has(id)) {
      ids.set(type, [...(ids.get(type) ?? []), id]);
      versions.set(id, version);
    }
    for (const inner of Object.values(value)) collect(inner);
  }
}

/** The connections that a type has, of rows that can be edited. */
function listsOf(type: GraphQLObjectType): { name: string; node: GraphQLObjectType }[] {
  return Object.values(type.getFields()).flatMap(({ name, type: given, args }) => {
    const connection = getNamedType(given);
    if (!isObjectType(connection) || !connection.name.endsWith('Connection')) return [];
    const node = getNamedType(connection.getFields().nodes?.type);
    const isEditable = isObjectType(node) && 'version' in node.getFields() && 'id' in node.getFields();
    return isEditable && !args.some(isRequiredArgument) ? [{ name, node }] : [];
  });
}
