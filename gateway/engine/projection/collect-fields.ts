import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from '../conditions.ts';

/** What selections are read with: the schema, the document's fragments, and the variables of `@skip` and `@include`. */
export interface Selecting {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  variables: Record<string, unknown>;
}

/** The specification's CollectFields, except that the object may be known by no more than an interface of it. */
export function collectFields(
  selecting: Selecting,
  type: GraphQLObjectType | GraphQLInterfaceType,
  selectionSets: SelectionSetNode[],
): Map<string, FieldNode[]> {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();

  function collect(selectionSet: SelectionSetNode): void {
    for (const selection of selectionSet.selections) {
      if (!isIncluded(selection, selecting.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = collected.get(key);
        if (nodes) nodes.push(selection);
        else collected.set(key, [selection]);
      } else {
        collectFragment(selection);
      }
    }
  }

  function collectFragment(selection: Exclude<SelectionNode, FieldNode>): void {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (covers(selection.typeCondition?.name.value)) collect(selection.selectionSet);
      return;
    }
    const name = selection.name.value;
    const fragment = selecting.fragments.get(name);
    if (!fragment || visited.has(name)) return;
    visited.add(name);
    if (covers(fragment.typeCondition.name.value)) collect(fragment.selectionSet);
  }

  function covers(name: string | undefined): boolean {
    if (name === undefined || name === type.name) return true;
    const condition = selecting.schema.getType(name);
    return isAbstractType(condition) && selecting.schema.isSubType(condition, type);
  }

  for (const selectionSet of selectionSets) collect(selectionSet);
  return collected;
}
