import {
  type ConstDirectiveNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  valueFromASTUntyped,
} from 'graphql';
import type { Alternatives } from './requirement.ts';

interface Declared {
  astNode?: { readonly directives?: readonly ConstDirectiveNode[] } | null | undefined;
}

/** What stands at a type or a field itself. */
export const ownRequirements = ({ astNode }: Declared): Alternatives[] => (astNode?.directives ?? []).flatMap(asked);

/** All that is asked, together, of whoever uses the field: by itself, by the type that has it, and by what it returns. */
export function fieldRequirements(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): readonly Alternatives[] {
  return [...ownRequirements(field), ...ownRequirements(type), ...ownRequirements(getNamedType(field.type))];
}

function asked({ name, arguments: given = [] }: ConstDirectiveNode): Alternatives[] {
  if (name.value === 'authenticated') return [[[]]];
  if (name.value !== 'requiresScopes') return [];
  const scopes = given.find((argument) => argument.name.value === 'scopes');
  return scopes ? [valueFromASTUntyped(scopes.value) as Alternatives] : [];
}
