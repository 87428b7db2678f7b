import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { FieldFacts, Surface } from './surface.ts';

/** The fields of object types that a field set names, however deep; those of an interface are its types'. */
export function fieldsIn({ types, fields }: Surface, type: string, fieldSet: string): FieldFacts[] {
  const found = new Set<FieldFacts>();
  const objectsOf = (name: string): string[] =>
    types.get(name)?.isInterface
      ? [...types].flatMap(([object, facts]) => (facts.interfaces.includes(name) && !facts.isInterface ? [object] : []))
      : [name];

  function take(name: string, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        take(selection.typeCondition?.name.value ?? name, selection.selectionSet);
      } else if (selection.kind === Kind.FIELD) {
        for (const object of objectsOf(name)) {
          const field = fields.get(`${object}.${selection.name.value}`);
          if (!field) continue;
          found.add(field);
          if (selection.selectionSet) take(field.value, selection.selectionSet);
        }
      }
    }
  }

  const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (operation?.kind === Kind.OPERATION_DEFINITION) take(type, operation.selectionSet);
  return [...found];
}
