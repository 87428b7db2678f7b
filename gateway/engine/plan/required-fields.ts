import type { RequiresSelection } from '@graphql-hive/router-query-planner';
import type { Tree } from '../tree.ts';
import type { TypeConditions } from '../type-conditions.ts';

export interface RequiredField {
  /** The key in the merged tree. */
  from: string;
  /** The field's own name, under which the subgraph expects it. */
  to: string;
  /** That name as the key of a JSON member. */
  prefix: string;
  /** The type in whose selection it stands. */
  type: string;
  inner: Requirement | null;
}

/** A plan's `requires`, ready to be asked what it wants of an object. */
export interface Requirement {
  fieldsOf(object: Tree): RequiredField[];
  /** Whether it matters of which type the object is. */
  byType: boolean;
}

type Raw = Omit<RequiredField, 'inner' | 'prefix'> & { selections: RequiresSelection[] };

export function compileRequirement(selections: RequiresSelection[], types: TypeConditions): Requirement {
  const byType = selections.some(({ kind }) => kind === 'InlineFragment');
  const known = new Map<string, RequiredField[]>();

  return {
    byType,
    fieldsOf({ __typename: name }) {
      // A name that is no type may be anything; keeping such names would let a subgraph fill the memory.
      const type = byType && typeof name === 'string' && types.isKnown(name) ? name : '';
      let fields = known.get(type);
      if (!fields) {
        fields = flatten(selections, type, types);
        known.set(type, fields);
      }
      return fields;
    },
  };
}

function flatten(selections: RequiresSelection[], type: string, types: TypeConditions): RequiredField[] {
  const fields = new Map<string, Raw>();
  for (const field of covering(selections, type, types, type)) {
    const same = fields.get(field.to);
    if (same) same.selections.push(...field.selections);
    else fields.set(field.to, field);
  }
  return [...fields.values()].map(({ selections: inner, ...field }) => ({
    ...field,
    prefix: `${JSON.stringify(field.to)}:`,
    inner: inner.length ? compileRequirement(inner, types) : null,
  }));
}

/** The fields that are wanted of an object of the type, found within selections on another type or on this. */
function covering(selections: RequiresSelection[], type: string, types: TypeConditions, within: string): Raw[] {
  return selections.flatMap((selection) => {
    if (selection.kind === 'Field') {
      const { name, alias, selections: inner } = selection;
      return [{ from: name, to: alias ?? name, type: within, selections: [...(inner ?? [])] }];
    }
    if (selection.kind !== 'InlineFragment' || selection.includeIf || selection.skipIf) {
      throw new Error('The engine can only read fields and unconditional fragments in what a fetch requires.');
    }
    const { typeCondition } = selection;
    return types.satisfies(type, typeCondition) ? covering(selection.selections, type, types, typeCondition) : [];
  });
}
