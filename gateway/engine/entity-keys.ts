import { type DocumentNode, Kind, parse } from 'graphql';
import { stringArgument } from './subgraph.ts';

/** Whether a type's field is part of a key by which it can be found. */
export type EntityKeys = (type: string, field: string) => boolean;

/** Reads the keys out of `@join__type(key:)`, because a plan does not tell a key from a field for `@requires`. */
export function readEntityKeys(supergraph: DocumentNode): EntityKeys {
  const keys = new Map<string, Set<string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const fields = new Set<string>();
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' ? stringArgument(directive, 'key') : undefined;
      if (key !== undefined) for (const field of topFields(key)) fields.add(field);
    }
    keys.set(definition.name.value, fields);
  }
  return (type, field) => keys.get(type)?.has(field) === true;
}

function topFields(fieldSet: string): string[] {
  const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []));
}
