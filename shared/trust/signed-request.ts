import { createHash, createHmac, createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Caller } from './caller.ts';
import { isPurpose } from './purpose.ts';
import { TakenOnce } from './taken-once.ts';

/** The gateway's word to one subgraph: this body comes from me, on behalf of this caller, now. */
const ISSUER = 'hub-gateway';
const ALGORITHM = 'HS256';
/** So that no token of another kind, though made with the same key, is ever taken for a request. */
const TYPE = 'hub-request+jwt';
const LIFETIME_SECONDS = 30;
const CLOCK_SKEW_SECONDS = 5;
/** From the moment at which the earliest clock takes a request to that at which the latest does not: the library counts whole seconds. */
const GOOD_SECONDS = LIFETIME_SECONDS + 2 * CLOCK_SKEW_SECONDS + 1;

const base64url = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const HEADER = base64url({ alg: ALGORITHM, typ: TYPE });

/** A subgraph's key, as gateway and subgraph know it: at least 32 bytes in base64url. */
export function subgraphKey(text: string): KeyObject {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < 32) throw new Error('A subgraph key is at least 32 random bytes, written as base64url.');
  return createSecretKey(bytes);
}

/**
 * Makes the `authorization` header that lets one request through to the subgraph. Every request has one, and a library's
 * way by promises and web crypto costs ten times this.
 */
export function signRequest(
  key: KeyObject,
  subgraph: string,
  body: string,
  caller: Caller,
  requestId?: string,
): string {
  const now = Date.now() / 1000; // to the millisecond, for a subgraph takes nothing from before its start
  const claims: JWTPayload = {
    iss: ISSUER,
    aud: subgraph,
    sub: caller.subject,
    iat: now,
    exp: now + LIFETIME_SECONDS,
    jti: randomUUID(),
    org: caller.organisationId,
    roles: caller.roles,
    scope: caller.scopes.join(' '),
    territory: caller.territory,
    purpose: caller.purpose,
    client: caller.client,
    rid: requestId,
    body: digest(body),
  };
  const signed = `${HEADER}.${base64url(claims)}`;
  return `Bearer ${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** Gives the caller that the gateway vouches for; null where the header is not the gateway's word for just this body. */
export type VerifyRequest = (body: string, authorization: string | undefined) => Promise<Caller | null>;

/**
 * Takes each signed request to one subgraph once. What was taken is known to this process alone, so it takes nothing that
 * was signed before it started: that may have been taken by the one before.
 */
export function requestVerifier(
  key: KeyObject,
  subgraph: string,
  taken = new TakenOnce(GOOD_SECONDS * 1000),
  startedAt = Date.now(),
): VerifyRequest {
  return async (body, authorization) => {
    const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: subgraph,
        clockTolerance: CLOCK_SKEW_SECONDS,
        maxTokenAge: LIFETIME_SECONDS,
        requiredClaims: ['exp', 'sub', 'jti'],
      });
      const { iat, jti } = payload;
      if (payload.body !== digest(body) || typeof jti !== 'string') return null;
      if (iat === undefined || iat * 1000 < startedAt || !taken.take(jti)) return null;
      return callerOf(payload);
    } catch {
      return null;
    }
  };
}

/** By which the gateway's word for a request can be told from any other; of one that was verified. */
export const tokenIdOf = (authorization: string | undefined): string | null =>
  decodeJwt(authorization?.replace(/^Bearer /, '') ?? '').jti ?? null;

/** The id of the request, as the gateway gave it to the token of a header that has been verified. */
export function requestIdIn(authorization = ''): string | undefined {
  const claims = Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString();
  return textOrNull((JSON.parse(claims) as JWTPayload).rid) ?? undefined;
}

const digest = (body: string): string => createHash('sha256').update(body).digest('base64url');

function callerOf({ sub, org, roles, scope, territory, purpose, client }: JWTPayload): Caller {
  return {
    subject: sub ?? '',
    organisationId: textOrNull(org),
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
    scopes: typeof scope === 'string' ? scope.split(' ').filter(Boolean) : [],
    territory: textOrNull(territory),
    purpose: isPurpose(purpose) ? purpose : null,
    client: textOrNull(client),
  };
}

const textOrNull = (claim: unknown): string | null => (typeof claim === 'string' ? claim : null);
