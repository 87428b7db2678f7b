import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType, isRequiredArgument } from 'graphql';

export interface KnownRow {
  id: string;
  version: number;
}

type Ask = (query: string) => Promise<Record<string, unknown>>;

/** Rows that the hub has now, by type. */
export class Rows {
  readonly #byType = new Map<string, KnownRow[]>();

  /** Reads what the root's lists have, and the lists of what is in them. */
  static async read(schema: GraphQLSchema, ask: Ask): Promise<Rows> {
    const rows = new Rows();
    const root = schema.getQueryType();
    for (const { name, node } of root ? listsOf(root) : []) {
      const inner = listsOf(node).map((list) => `${list.name}(first: 20) { nodes { __typename id version } }`);
      const data = await ask(`{ ${name}(first: 100) { nodes { __typename id version ${inner.join(' ')} } } }`);
      rows.#collect(data);
    }
    return rows;
  }

  of(type: string): readonly KnownRow[] {
    return this.#byType.get(type) ?? [];
  }

  /** One that is not there for a type that has no rows. */
  idsOf(type: string): string[] {
    const known = type === 'Node' ? [...this.#byType.values()].flat() : this.of(type);
    return known.length > 0 ? known.map(({ id }) => id) : [`${type}_00000000-0000-4000-8000-000000000000`];
  }

  #collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    const { __typename: type, id, version } = value as Record<string, unknown>;
    if (typeof type === 'string' && typeof id === 'string' && typeof version === 'number') {
      const known = this.#byType.get(type) ?? [];
      if (!known.some((row) => row.id === id)) known.push({ id, version });
      this.#byType.set(type, known);
    }
    for (const inner of Object.values(value)) this.#collect(inner);
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
