import {
  type FieldNode,
  type GraphQLArgument,
  Kind,
  type OperationDefinitionNode,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { Variables } from './cost.ts';

/** What an argument is given: its value, or a function of the variables where it depends on them. */
export type Given = { value: unknown } | { valueFor: (variables: Variables) => unknown };

/** Reads a variable as the operation will have it: as it was sent, or else by its default. */
export type ReadVariable = (name: string, variables: Variables) => unknown;

export function variableReader({ variableDefinitions = [] }: OperationDefinitionNode): ReadVariable {
  const defaults = new Map(
    variableDefinitions.map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue && valueFromASTUntyped(defaultValue),
    ]),
  );
  return (name, variables) => {
    const sent = Object.hasOwn(variables, name) ? variables[name] : undefined;
    return sent === undefined ? defaults.get(name) : sent;
  };
}

/** @param path - the argument's name, and the names of fields of it */
export function givenTo(
  { arguments: given = [] }: FieldNode,
  args: readonly GraphQLArgument[],
  [name = '', ...path]: string[],
  read: ReadVariable,
): Given {
  const node = given.find((one) => one.name.value === name)?.value;
  const otherwise = args.find((one) => one.name === name)?.defaultValue;
  const at = (value: unknown): unknown => inside(value === undefined ? otherwise : value, path);
  if (!node) return { value: at(undefined) };
  if (!hasVariable(node)) return { value: at(valueFromASTUntyped(node)) };
  return { valueFor: (variables) => at(withVariables(node, (variable) => read(variable, variables))) };
}

function hasVariable(node: ValueNode): boolean {
  if (node.kind === Kind.VARIABLE) return true;
  if (node.kind === Kind.LIST) return node.values.some(hasVariable);
  return node.kind === Kind.OBJECT && node.fields.some(({ value }) => hasVariable(value));
}

function withVariables(node: ValueNode, read: (variable: string) => unknown): unknown {
  if (node.kind === Kind.VARIABLE) return read(node.name.value);
  if (node.kind === Kind.LIST) return node.values.map((value) => withVariables(value, read));
  if (node.kind !== Kind.OBJECT) return valueFromASTUntyped(node);
  return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, withVariables(value, read)]));
}

function inside(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? at[name as keyof typeof at] : undefined;
  }
  return at;
}
