import { timingSafeEqual } from 'node:crypto';
import { ANONYMOUS, type Caller, OPERATOR } from '../../shared/trust/caller.ts';

/**
 * Finds out who asks by the `authorization` header: nobody in particular without one, the operator with the operator's
 * token. Null for a token that is not known: whoever sends one means to be somebody, and must hear that it failed.
 */
export function identify(authorization: string | undefined, operatorToken: string | undefined): Caller | null {
  if (authorization === undefined) return ANONYMOUS;
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  return token && operatorToken && isSame(token, operatorToken) ? OPERATOR : null;
}

function isSame(token: string, expected: string): boolean {
  const [a, b] = [Buffer.from(token), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Who asks, and for how long that is known. */
export interface Session {
  caller: Caller;
  /** Aborted when the token ends. */
  ends?: AbortSignal;
}

/** Null for a token that is not known. */
export type Identify = (authorization: string | undefined) => Session | null;
