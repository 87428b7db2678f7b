import { GraphQLError, type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode } from 'graphql';

/** The defaults of the variables that a plan may depend on, which are those of conditions. */
export function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, boolean> {
  const defaults: Record<string, boolean> = {};
  for (const { variable, defaultValue } of variableDefinitions) {
    if (defaultValue?.kind === Kind.BOOLEAN) defaults[variable.name.value] = defaultValue.value;
  }
  return defaults;
}

export type Coerced =
  | { errors?: undefined; coerced: Record<string, unknown> }
  | { errors: GraphQLError[]; coerced?: undefined };

export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  given: Record<string, unknown> | null | undefined,
): Coerced {
  const { errors, coerced } = getVariableValues(schema, variableDefinitions ?? [], given ?? {}, { maxErrors: 50 });
  if (!errors) return { coerced };
  const extensions = { code: 'BAD_USER_INPUT' };
  return { errors: errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions })) };
}
