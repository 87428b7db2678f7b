import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../engine/fragments.ts';

/** What a selection adds up to when its fragments are written out. `@skip` and `@include` take nothing away. */
export interface Extent {
  depth: number;
  fields: number;
  /** Fields of the topmost level. */
  rootFields: number;
  aliases: number;
  directives: number;
}

const NOTHING: Extent = { depth: 0, fields: 0, rootFields: 0, aliases: 0, directives: 0 };

/**
 * Measures each operation of a document. Each fragment is measured once, so that those who spread each other, to
 * millions of fields, cost no more than their text is long; one that spreads itself adds nothing, and validation refuses it.
 */
export function extentsOf(document: DocumentNode): Map<OperationDefinitionNode, Extent> {
  const extents = new Map<OperationDefinitionNode, Extent>();
  const extentOf = measure(fragmentsOf(document));
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { selectionSet, directives = [], variableDefinitions = [] } = definition;
    const extent = extentOf(selectionSet);
    const others = variableDefinitions.reduce((sum, { directives: own = [] }) => sum + own.length, directives.length);
    extents.set(definition, { ...extent, directives: extent.directives + others });
  }
  return extents;
}

function measure(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Extent {
  const known = new Map<string, Extent>();

  const ofSet = ({ selections }: SelectionSetNode): Extent => {
    const sum = { ...NOTHING };
    for (const selection of selections) {
      const { depth, ...counts } = ofSelection(selection);
      sum.depth = Math.max(sum.depth, depth);
      sum.fields += counts.fields;
      sum.rootFields += counts.rootFields;
      sum.aliases += counts.aliases;
      sum.directives += counts.directives + (selection.directives?.length ?? 0);
    }
    return sum;
  };
  const ofSelection = (selection: SelectionNode): Extent => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING;
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      rootFields: 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      directives: below.directives,
    };
  };
  const ofFragment = (name: string): Extent => {
    const measured = known.get(name);
    if (measured) return measured;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    known.set(name, NOTHING);
    const extent = ofSet(fragment.selectionSet);
    const own = { ...extent, directives: extent.directives + (fragment.directives?.length ?? 0) };
    known.set(name, own);
    return own;
  };
  return ofSet;
}
