import { defaultFieldResolver, type GraphQLField, type GraphQLFieldResolver } from 'graphql';

export const resolverOf = (field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> =>
  field.resolve ?? defaultFieldResolver;

/** Tells when something is refused, now or later, and when it is answered. */
export function heed(
  resolve: () => unknown,
  refused: () => void,
  answered: (value: unknown) => void = () => {},
): unknown {
  const fail = (error: unknown): never => {
    if (isRefusal(error)) refused();
    throw error;
  };
  try {
    const value = resolve();
    if (value instanceof Promise) {
      return value.then((late) => {
        answered(late);
        return late;
      }, fail);
    }
    answered(value);
    return value;
  } catch (error) {
    return fail(error);
  }
}

const REFUSALS = ['FORBIDDEN', 'UNAUTHENTICATED', 'NOT_FOUND'];

const isRefusal = (error: unknown): boolean =>
  REFUSALS.includes((error as { extensions?: { code?: string } } | null)?.extensions?.code ?? '');
