import type { JWTVerifyGetKey } from 'jose';

/** Signatures that a token may have: asymmetric ones, so that whoever can verify cannot sign. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'] as const;

/** How an issuer names what the hub reads. */
export interface ClaimNames {
  org: string;
  roles: string;
  scope: string;
  territory: string;
  purpose: string;
}

export const CLAIM_NAMES: ClaimNames = {
  org: 'org',
  roles: 'roles',
  scope: 'scope',
  territory: 'territory',
  purpose: 'purpose',
};

/** Whose word the gateway takes, and for what: partners do not answer to each other. */
export interface TrustedIssuer {
  issuer: string;
  audience: string;
  algorithms: readonly string[];
  /** Bare uuids of those whom it may speak for. */
  organisations: ReadonlySet<string> | 'all';
  /** That it may grant; a purpose is one, too. */
  scopes: ReadonlySet<string>;
  claims: ClaimNames;
  keys: JWTVerifyGetKey;
}
