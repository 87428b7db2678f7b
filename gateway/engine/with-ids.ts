import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Supergraph } from './supergraph.ts';

const ID: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'id' } };

/**
 * Asks for the `id` of every entity that has one, so that it is known which entities an answer tells of. Clients are
 * answered what they asked for.
 */
export function withIds(
  { schema, ownership }: Supergraph,
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): { definition: OperationDefinitionNode; fragments: ReadonlyMap<string, FragmentDefinitionNode> } {
  const types = new TypeInfo(schema);
  const addId = (selectionSet: SelectionSetNode): SelectionSetNode | undefined => {
    const type = types.getParentType();
    if (!isObjectType(type) && !isInterfaceType(type)) return undefined;
    if (!ownership.hasId(type.name) || !type.getFields().id) return undefined;
    return { ...selectionSet, selections: [...selectionSet.selections, ID] };
  };
  const add = <N extends ASTNode>(node: N): N =>
    visit(node, visitWithTypeInfo(types, { SelectionSet: { leave: addId } }));
  return { definition: add(definition), fragments: new Map([...fragments].map(([name, node]) => [name, add(node)])) };
}
