import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isIncluded } from './conditions.ts';
import type { TreeKeys } from './tree-keys.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * The part of an operation that the planner can and needs to plan, or null where no subgraph has to be asked:
 * introspection fails there, and the root's `__typename` would cost a request. Its fields have the keys of the tree.
 * `@skip` and `@include` are decided by the variables.
 */
export function plannableText(
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  treeKey: TreeKeys,
  decided: Record<string, unknown>,
): string | null {
  const kept = new Map<string, FragmentDefinitionNode | null>();

  function keepFragment(name: string): FragmentDefinitionNode | null {
    const known = kept.get(name);
    if (known !== undefined) return known;

    const fragment = fragments.get(name);
    const selectionSet = fragment && keep(fragment.selectionSet, false);
    const result = fragment && selectionSet ? { ...fragment, selectionSet } : null;
    kept.set(name, result);
    return result;
  }

  function keep(selectionSet: SelectionSetNode, atRoot: boolean): SelectionSetNode | null {
    const selections = selectionSet.selections.flatMap((given): SelectionNode[] => {
      if (!isIncluded(given, decided)) return [];
      const selection = { ...given, directives: [] };
      if (selection.kind === Kind.FRAGMENT_SPREAD) return keepFragment(selection.name.value) ? [selection] : [];
      if (selection.kind === Kind.FIELD) return keepField(selection, atRoot);

      const inner = keep(selection.selectionSet, atRoot);
      return inner ? [{ ...selection, selectionSet: inner }] : [];
    });
    return selections.length ? { ...selectionSet, selections } : null;
  }

  function keepField(field: FieldNode, atRoot: boolean): FieldNode[] {
    const name = field.name.value;
    if (isIntrospection(field) || (atRoot && name === TYPENAME.name.value)) return [];

    const key = treeKey(field);
    const selectionSet = field.selectionSet && (keep(field.selectionSet, false) ?? only(TYPENAME));
    return [{ ...field, alias: key === name ? undefined : { kind: Kind.NAME, value: key }, selectionSet }];
  }

  const selectionSet = keep(operation.selectionSet, true);
  if (!selectionSet) return null;
  const used = [...kept.values()].filter((fragment) => fragment !== null);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...used] };
  return print(document);
}

/** Only the query type has these fields, and no subgraph can answer them for the whole graph. */
export function isIntrospection(field: FieldNode): boolean {
  return field.name.value === '__schema' || field.name.value === '__type';
}

/** Whether every type has the field, or the query type by GraphQL itself; it tells of the schema alone. */
export const isMeta = (field: FieldNode): boolean => field.name.value.startsWith('__');

function only(field: FieldNode): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections: [field] };
}
