import { Kind, parse, valueFromASTUntyped } from 'graphql';
import type { Guarded } from './judge.ts';

/** Which types a supergraph guards, and whether the scopes of a caller fit. */
export function guardedTypes(
  supergraph: string,
  scopesOf: (who: string) => readonly string[],
): Pick<Guarded, 'ids' | 'mayRead'> {
  const required = new Map<string, string[][]>();
  for (const definition of parse(supergraph, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const [argument] = definition.directives?.find(({ name }) => name.value === 'requiresScopes')?.arguments ?? [];
    if (argument) required.set(definition.name.value, valueFromASTUntyped(argument.value) as string[][]);
  }
  return {
    ids: new RegExp(`\\b(${[...required.keys()].join('|')})_[0-9a-f]{8}-[0-9a-f-]{27}`, 'g'),
    mayRead: (who, type) =>
      required.get(type)?.some((all) => all.every((scope) => scopesOf(who).includes(scope))) ?? true,
  };
}
