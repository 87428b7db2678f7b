import { type ConstDirectiveNode, type DocumentNode, Kind, type NameNode } from 'graphql';

/** One directive in an SDL, and what it is on. */
export interface DirectiveUse {
  directive: ConstDirectiveNode;
  /** `Type`, `Type.field`, `Type.field(argument:)`, or `schema`. */
  coordinate: string;
  /** The kind of what has the directive. */
  on: Kind;
  /** The kind of the definition that it is in. */
  within: Kind;
}

/** Where each thing of an SDL is, and its directives. */
export interface Inventory {
  uses: DirectiveUse[];
  names: { name: string; line: number | undefined }[];
  lineOf(coordinate: string): number | undefined;
}

interface Named {
  kind: Kind;
  name: NameNode;
  directives?: readonly ConstDirectiveNode[];
  arguments?: readonly Named[];
}

export function takeInventory({ definitions }: DocumentNode): Inventory {
  const uses: DirectiveUse[] = [];
  const names: Inventory['names'] = [];
  const lines = new Map<string, number | undefined>();

  function meet(node: Named, coordinate: string, within: Kind): void {
    const line = node.name.loc?.startToken.line;
    names.push({ name: node.name.value, line });
    if (!lines.has(coordinate)) lines.set(coordinate, line);
    for (const directive of node.directives ?? []) uses.push({ directive, coordinate, on: node.kind, within });
    for (const argument of node.arguments ?? []) meet(argument, `${coordinate}(${argument.name.value}:)`, within);
  }

  for (const definition of definitions) {
    if (definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION) {
      for (const directive of definition.directives ?? []) {
        uses.push({ directive, coordinate: 'schema', on: definition.kind, within: definition.kind });
      }
    } else if (definition.kind === Kind.DIRECTIVE_DEFINITION) {
      meet({ ...definition, directives: [] }, `@${definition.name.value}`, definition.kind);
    } else if ('name' in definition && definition.name) {
      const type = definition.name.value;
      meet({ ...definition, name: definition.name } as Named, type, definition.kind);
      const members = [
        ...('fields' in definition ? (definition.fields ?? []) : []),
        ...('values' in definition ? (definition.values ?? []) : []),
      ];
      for (const member of members) meet(member as Named, `${type}.${member.name.value}`, definition.kind);
    }
  }
  return { uses, names, lineOf: (coordinate) => lines.get(coordinate) };
}
