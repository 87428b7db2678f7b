import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { LONGEST_TOKEN_SECONDS } from '../../shared/trust/longest-token.ts';
import { callerOfClaims } from './caller-of-claims.ts';
import type { Session } from './identify.ts';
import { invalidToken, TokenRefused } from './token-refused.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';

/** What a JWT may say that it is; an identity token or a logout token is none that lets anybody in. */
const TYPES: readonly unknown[] = [undefined, 'jwt', 'at+jwt', 'application/at+jwt'];

/** Who a token is for, and when (in milliseconds since 1970) it ends. */
export interface Verified {
  session: Session;
  endsAt: number;
}

/**
 * Verifies the tokens of these issuers, and throws `TokenRefused` for any other.
 *
 * @param clockSkew - seconds by which an issuer's clock may differ from ours; so much longer a token lives
 */
export function tokenVerifier(issuers: readonly TrustedIssuer[], clockSkew: number) {
  const byName = new Map(issuers.map((issuer) => [issuer.issuer, issuer]));

  return async (token: string): Promise<Verified> => {
    const issuer = byName.get(issuerOf(token));
    if (!issuer) throw invalidToken('The token is not known. Leave the header out to see what is public.');
    const payload = await verified(token, issuer, clockSkew);
    const caller = callerOfClaims(payload, issuer);
    const endsAt = endOf(payload, clockSkew);
    return { session: { caller, ends: AbortSignal.timeout(Math.max(0, Math.ceil(endsAt - Date.now()))) }, endsAt };
  };
}

/** As the token itself has it, before anything is believed; empty where it has none. */
function issuerOf(token: string): string {
  try {
    return decodeJwt(token).iss ?? '';
  } catch {
    return '';
  }
}

async function verified(token: string, issuer: TrustedIssuer, clockSkew: number): Promise<JWTPayload> {
  try {
    if (!isCanonical(token)) throw new errors.JWSInvalid();
    const { payload, protectedHeader } = await jwtVerify(token, issuer.keys, {
      algorithms: [...issuer.algorithms],
      issuer: issuer.issuer,
      audience: issuer.audience,
      clockTolerance: clockSkew,
      requiredClaims: ['exp', 'iat', 'sub'],
    });
    const { typ } = protectedHeader;
    if (!TYPES.includes(typeof typ === 'string' ? typ.toLowerCase() : typ))
      throw invalidToken('The token is no access token, by its `typ`.');
    return payload;
  } catch (error) {
    throw refusalOf(error);
  }
}

/** The spare bits at the end of a signature mean nothing, so without this one token would have several spellings. */
function isCanonical(token: string): boolean {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  return Buffer.from(signature, 'base64url').toString('base64url') === signature;
}

/** By the kind of what is wrong, and in words of ours: the library's may name a key. */
function refusalOf(error: unknown): TokenRefused {
  if (error instanceof TokenRefused) return error;
  if (error instanceof errors.JWTExpired) {
    return new TokenRefused('TOKEN_EXPIRED', 'The token has ended. Come back with a new one.');
  }
  if (!(error instanceof errors.JWTClaimValidationFailed))
    return invalidToken("The token's signature cannot be verified.");
  if (error.reason === 'missing') return invalidToken(`The token has no claim \`${error.claim}\`.`);
  if (error.claim === 'aud') return invalidToken('The token is for another audience.');
  if (error.claim === 'nbf' && error.reason === 'check_failed') return invalidToken('The token is not valid yet.');
  return invalidToken(`The token's claim \`${error.claim}\` is not what it should be.`);
}

/** Bounded: nobody can take a token back, and a timer of a hundred years would go off at once. */
function endOf({ iat = 0, exp = 0 }: JWTPayload, clockSkew: number): number {
  if (iat > Date.now() / 1000 + clockSkew) throw invalidToken('The token is not valid yet.');
  if (exp - iat > LONGEST_TOKEN_SECONDS)
    throw invalidToken('The token lives longer than a day. Ask for a shorter one.');
  return (exp + clockSkew) * 1000;
}
