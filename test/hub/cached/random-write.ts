import type { GraphQLSchema } from 'graphql';
import type { Choices } from '../../kit/choices.ts';
import { type KnownRows, randomInput } from '../../kit/random-input.ts';

export interface RandomWrite {
  name: string;
  text: string;
  input: Record<string, unknown> | null;
}

/** Any of the schema's mutations, with an input that has a fair chance of being taken. */
export function randomWrite(choices: Choices, schema: GraphQLSchema, rows: KnownRows): RandomWrite {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const mutation = choices.pick(mutations.filter(({ args: [first] }) => first?.name === 'input'));
  const { name, args } = mutation;
  const text = `mutation ($input: ${args[0]?.type}) { ${name}(input: $input) { __typename } }`;
  return { name, text, input: randomInput(schema, choices, rows, mutation) };
}
