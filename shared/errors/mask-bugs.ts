import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Apollo's `formatError`: lets through what was meant for the caller, and only that; the rest goes to the log. */
export function maskBugs(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  if (original instanceof GraphQLError) return formatted;

  process.stderr.write(`${original instanceof Error ? original.stack : String(original)}\n`);
  return {
    message: 'The server made a mistake. It is in its log; please report it.',
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}
