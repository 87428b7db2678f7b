import { ANONYMOUS, type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { RememberedTokens } from './remembered-tokens.ts';
import { isSameSecret } from './same-secret.ts';
import { invalidToken } from './token-refused.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';
import { tokenVerifier } from './verify-token.ts';

/** In bytes; a token of a real issuer has one or two thousand. */
const LARGEST_TOKEN = 8 * 1024;
export const CLOCK_SKEW_SECONDS = 30;

/** Who asks, and for how long that is known. */
export interface Session {
  caller: Caller;
  /** Aborted when the token ends. */
  ends?: AbortSignal;
}

/** By the `authorization` header; throws `TokenRefused`. */
export type Identify = (authorization: string | undefined) => Promise<Session>;

export interface IdentitySettings {
  /** Without one nobody is the operator. */
  operatorToken?: string | undefined;
  issuers?: readonly TrustedIssuer[];
  /** Seconds by which an issuer's clock may differ. */
  clockSkew?: number;
}

/**
 * Finds out who asks: nobody in particular without a token, the operator with the operator's, and whomever a trusted
 * issuer signed for. A token that is not good is refused: whoever sends one means to be somebody, and must hear that it failed.
 */
export function identifier({
  operatorToken,
  issuers = [],
  clockSkew = CLOCK_SKEW_SECONDS,
}: IdentitySettings): Identify {
  const remembered = new RememberedTokens();
  const verify = tokenVerifier(issuers, clockSkew);

  return async (authorization) => {
    if (authorization === undefined) return { caller: ANONYMOUS };
    const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
    if (!token) {
      throw invalidToken('A token is sent as `Authorization: Bearer …`. Leave the header out to see what is public.');
    }
    if (operatorToken && isSameSecret(token, operatorToken)) return { caller: OPERATOR };
    if (Buffer.byteLength(token) > LARGEST_TOKEN) throw invalidToken(`A token has at most ${LARGEST_TOKEN} bytes.`);
    return remembered.find(token, verify);
  };
}
