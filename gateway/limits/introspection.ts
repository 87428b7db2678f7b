import { GraphQLError } from 'graphql';
import { refusal } from './refusal.ts';

/** Who may ask for the schema: everybody, who has a token, or nobody. `__typename` is for everybody. */
export const INTROSPECTION = ['on', 'authenticated', 'off'] as const;
export type Introspection = (typeof INTROSPECTION)[number];

export const introspectionRefused = (): GraphQLError =>
  refusal(
    'INTROSPECTION_OFF',
    '`__schema` and `__type` are not for you here. Send a token, or read the schema in the documentation.',
  );

const SUGGESTION = / Did you mean .*\?$/s;

/** The names that a mistake comes near to are the schema, bit by bit. */
export const withoutSuggestions = (errors: readonly GraphQLError[]): GraphQLError[] =>
  errors.map((error) => {
    const message = error.message.replace(SUGGESTION, '');
    if (message === error.message) return error;
    const { nodes, source, positions, path, extensions } = error;
    return new GraphQLError(message, { nodes, source, positions, path, extensions });
  });
