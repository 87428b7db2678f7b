import { type DirectiveNode, type DocumentNode, type FieldDefinitionNode, Kind } from 'graphql';
import { readSubgraphs, stringArgument } from '../subgraph.ts';

/** Which subgraphs' facts the fields of the graph tell. */
export interface Ownership {
  /** Whether it can be found by a key. */
  isEntity(type: string): boolean;
  /** Whether its `id` is a key. */
  hasId(type: string): boolean;
  /** Whose facts a field tells; nobody's where it names its entity, for that does not change. */
  ownersOf(type: string, field: string): readonly string[];
  /** The field sets that the owners want to know before they answer the field. */
  requiredFor(type: string, field: string): readonly string[];
  /** Whether the subgraph alone can say more of entities of this type than their keys: the rows are its own. */
  isHome(type: string, subgraph: string): boolean;
}

interface TypeJoins {
  interfaces: string[];
  /** Of each key: its subgraph, and whether that finds an entity by it. */
  keys: { fields: string; subgraph: string; isResolvable: boolean }[];
  subgraphs: string[];
  interfaceObjectIn: string[];
  fields: Map<string, FieldJoin[]>;
}

interface FieldJoin {
  /** Undefined where the field is had by way of an interface. */
  subgraph: string | undefined;
  isExternal: boolean;
  requires: string | undefined;
}

/** Reads who owns what out of the directives of composition. */
export function readOwnership(supergraph: DocumentNode): Ownership {
  const names = new Map(readSubgraphs(supergraph, {}).map(({ enumValue, subgraph }) => [enumValue, subgraph.name]));
  const subgraphOf = (directive: DirectiveNode): string | undefined =>
    names.get(stringArgument(directive, 'graph') ?? '');
  const types = new Map<string, TypeJoins>();
  /** They give copies of what others own. */
  const providing = new Set<string>();

  function joinsOf({ directives = [] }: FieldDefinitionNode): FieldJoin[] {
    return directives.filter(isNamed('join__field')).map((directive) => {
      const subgraph = subgraphOf(directive);
      if (subgraph && stringArgument(directive, 'provides')) providing.add(subgraph);
      return { subgraph, isExternal: isSet(directive, 'external'), requires: stringArgument(directive, 'requires') };
    });
  }

  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const joins = (definition.directives ?? []).filter(isNamed('join__type')).flatMap((directive) => {
      const subgraph = subgraphOf(directive);
      return subgraph ? [{ directive, subgraph }] : [];
    });
    types.set(definition.name.value, {
      interfaces: (definition.interfaces ?? []).map(({ name }) => name.value),
      keys: joins.flatMap(({ directive, subgraph }) => {
        const fields = stringArgument(directive, 'key')?.trim();
        return fields ? [{ fields, subgraph, isResolvable: !isSet(directive, 'resolvable', false) }] : [];
      }),
      subgraphs: [...new Set(joins.map(({ subgraph }) => subgraph))],
      interfaceObjectIn: joins.flatMap(({ directive, subgraph }) =>
        isSet(directive, 'isInterfaceObject') ? [subgraph] : [],
      ),
      fields: new Map((definition.fields ?? []).map((field) => [field.name.value, joinsOf(field)])),
    });
  }

  /** A name for ever: the `id`, or the one field by which everybody knows the entity. */
  const isName = ({ keys }: TypeJoins, field: string): boolean =>
    keys.some(({ fields }) => fields === field) && (field === 'id' || keys.every(({ fields }) => fields === field));

  function ownersOf(type: string, field: string): string[] {
    const joins = types.get(type);
    const known = joins?.fields.get(field);
    if (!joins || !known || isName(joins, field)) return [];
    const owners = new Set(
      known.flatMap(({ subgraph, isExternal }) =>
        subgraph && (!isExternal || providing.has(subgraph)) ? [subgraph] : [],
      ),
    );
    for (const name of joins.interfaces) {
      const lent = types.get(name)?.interfaceObjectIn ?? [];
      for (const owner of lent.length ? ownersOf(name, field) : []) if (lent.includes(owner)) owners.add(owner);
    }
    return owners.size > 0 ? [...owners] : joins.subgraphs;
  }

  return {
    isEntity: (type) => (types.get(type)?.keys.length ?? 0) > 0,
    hasId: (type) => types.get(type)?.keys.some(({ fields }) => fields === 'id') === true,
    ownersOf,
    requiredFor: (type, field) => {
      const { interfaces = [], fields } = types.get(type) ?? {};
      const joins = [fields, ...interfaces.map((name) => types.get(name)?.fields)].flatMap(
        (known) => known?.get(field) ?? [],
      );
      return joins.flatMap(({ requires }) => requires ?? []);
    },
    isHome: (type, subgraph) => {
      const able = new Set(types.get(type)?.keys.flatMap((key) => (key.isResolvable ? key.subgraph : [])));
      return able.size === 1 && able.has(subgraph);
    },
  };
}

const isNamed =
  (name: string) =>
  (directive: DirectiveNode): boolean =>
    directive.name.value === name;

function isSet({ arguments: given }: DirectiveNode, name: string, to = true): boolean {
  const value = given?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.BOOLEAN && value.value === to;
}
