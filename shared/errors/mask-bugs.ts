import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentRequest } from '../log/current-request.ts';
import { log } from '../log/log.ts';
import { MISTAKE } from './mistake.ts';

/**
 * Apollo's `formatError`: lets through what was meant for the caller, and only that; the rest goes to the log. A
 * GraphQLError without a code of its own is no refusal either: a scalar throws one where it cannot write a stored value.
 */
export function maskBugs(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const isRefusal = original instanceof GraphQLError && formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR';
  if (isRefusal) return formatted;

  log.mistake(original);
  const requestId = currentRequest()?.id;
  return {
    message: MISTAKE,
    ...(formatted.path ? { path: formatted.path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...(requestId ? { requestId } : {}) },
  };
}
