import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isMeta } from '../plannable.ts';
import type { Access } from './access.ts';
import type { Gate } from './gate.ts';

export interface Selected {
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/**
 * The part of an operation that the gate lets through, which alone is planned: what is refused is never fetched. A field of an
 * interface that is refused for some of its types is asked of the others, one by one; the planner adds the `__typename` then.
 */
export function permittedPart(
  { access, schema, gate }: { access: Access; schema: GraphQLSchema; gate: Gate },
  { definition, fragments }: Selected,
): Selected {
  if (gate.isOpen) return { definition, fragments };

  function keep(selectionSet: SelectionSetNode, parent: GraphQLNamedType): SelectionSetNode {
    return {
      ...selectionSet,
      selections: selectionSet.selections.flatMap((selection) => keepSelection(selection, parent)),
    };
  }

  function keepSelection(selection: SelectionNode, parent: GraphQLNamedType): SelectionNode[] {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    if (selection.kind === Kind.FIELD) return keepField(selection, parent);
    const type = typeNamed(selection.typeCondition) ?? parent;
    return [{ ...selection, selectionSet: keep(selection.selectionSet, type) }];
  }

  function keepField(field: FieldNode, parent: GraphQLNamedType): SelectionNode[] {
    if (isMeta(field)) return [field];
    const name = field.name.value;
    const types = access.typesWithin(parent.name);
    const permitted = types.filter((type) => !gate.refusesField(type, name));
    if (permitted.length === 0) return [];

    const kept = { ...field, selectionSet: field.selectionSet && keep(field.selectionSet, namedTypeOf(parent, name)) };
    if (permitted.length === types.length) return [kept];
    return permitted.filter((type) => schema.getType(type)).map((type) => onlyOn(type, kept));
  }

  const typeNamed = (node: NamedTypeNode | undefined) => node && schema.getType(node.name.value);

  function namedTypeOf(parent: GraphQLNamedType, name: string): GraphQLNamedType {
    const field = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (!field) throw new Error(`The document was not validated: there is no field ${parent.name}.${name}.`);
    return getNamedType(field.type);
  }

  const keepIn = <N extends OperationDefinitionNode | FragmentDefinitionNode>(
    node: N,
    type: GraphQLNamedType | null | undefined,
  ): N => (type ? { ...node, selectionSet: keep(node.selectionSet, type) } : node);

  return {
    definition: keepIn(definition, schema.getRootType(definition.operation)),
    fragments: new Map(
      [...fragments].map(([name, fragment]) => [name, keepIn(fragment, typeNamed(fragment.typeCondition))]),
    ),
  };
}

const onlyOn = (type: string, field: FieldNode): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [field] },
});
