import { isNativeError } from 'node:util/types';
import type { Facts } from './facts.ts';

/**
 * What the log may hear of an error: its type, its code, for one of a database the table and the constraint, and where it
 * was thrown. Never its message: a database repeats rows and parameters in it, a parser the text that it could not read.
 */
export function errorFacts(error: unknown): Facts {
  if (!isNativeError(error)) return { errorType: typeof error };
  const { code, table, constraint, extensions } = error as Partial<Record<string, unknown>> & Error;
  return {
    errorType: error.constructor.name || error.name,
    errorCode: text(code) ?? text((extensions as { code?: unknown } | undefined)?.code) ?? firstCode(error),
    table: text(table),
    constraint: text(constraint),
    stack: withoutMessage(error),
  };
}

/** The error of a host with many addresses, or one that stands for another, has its code inside. */
function firstCode({ cause, errors }: Error & { errors?: unknown }): string | undefined {
  const inner = Array.isArray(errors) ? errors[0] : cause;
  return isNativeError(inner) ? text((inner as NodeJS.ErrnoException).code) : undefined;
}

/** A message may have lines that look like frames. */
function withoutMessage({ stack = '', message }: Error): string {
  const begins = message ? stack.indexOf(message) : -1;
  return begins < 0 ? stack : stack.slice(begins + message.length);
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
