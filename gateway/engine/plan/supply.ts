import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../fragments.ts';

/** What a fetch asks for, by response key; null where the value is taken whole, as leaves are. */
export type Supply = Map<string, Supply | null>;

/**
 * Reads a subgraph operation, all type conditions taken together. Keys that the planner renames are in it by both
 * names: it renames only where another type already has the key.
 */
export function readSupply(operation: string): Supply {
  const document = parse(operation, { noLocation: true });
  const fragments = fragmentsOf(document);
  const supply: Supply = new Map();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) addSelections(supply, definition.selectionSet, fragments);
  }
  return supply;
}

/** Whether the fetch was to bring the value at the end of these keys (places in lists do not matter). */
export function supplies(supply: Supply, path: readonly (string | number)[]): boolean {
  let level: Supply | null | undefined = supply;
  for (const key of path) {
    if (typeof key === 'number') continue;
    if (!level?.has(key)) return false;
    level = level.get(key);
  }
  return true;
}

function addSelections(
  supply: Supply,
  selectionSet: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      addSelections(supply, selection.selectionSet, fragments);
    } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (fragment) addSelections(supply, fragment.selectionSet, fragments);
    } else {
      const key = selection.alias?.value ?? selection.name.value;
      const inner: Supply | null = selection.selectionSet ? (supply.get(key) ?? new Map()) : null;
      supply.set(key, inner);
      if (inner && selection.selectionSet) addSelections(inner, selection.selectionSet, fragments);
    }
  }
}
