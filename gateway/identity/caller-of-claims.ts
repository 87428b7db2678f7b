import type { JWTPayload } from 'jose';
import { findTerritory } from '../../shared/territory/territory.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { isPurpose, purposeScope } from '../../shared/trust/purpose.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { bareUuid } from './organisation-id.ts';
import { invalidToken } from './token-refused.ts';
import type { TrustedIssuer } from './trusted-issuer.ts';

/** Of a subject, a role, a client: these go into logs and into every request to a subgraph. */
const LONGEST_NAME = 255;
const MOST_ROLES = 20;

/**
 * The caller that an issuer's claims make, never more than the issuer may grant. What widens rights and is not
 * understood is left out; what narrows them and is not understood refuses the token.
 */
export function callerOfClaims(payload: JWTPayload, issuer: TrustedIssuer): Caller {
  const claim = (name: string): unknown => (Object.hasOwn(payload, name) ? payload[name] : undefined);
  const { claims, scopes, organisations } = issuer;
  const purpose = claim(claims.purpose);
  return {
    subject: subjectOf(claim('sub'), issuer.issuer),
    organisationId: organisationOf(claim(claims.org), organisations),
    roles: words(claim(claims.roles)).filter(isName).slice(0, MOST_ROLES),
    scopes: [...new Set(words(claim(claims.scope)))].filter(
      (scope) => Object.hasOwn(SCOPES, scope) && scopes.has(scope),
    ),
    territory: territoryOf(claim(claims.territory)),
    purpose: isPurpose(purpose) && scopes.has(purposeScope(purpose)) ? purpose : null,
    client: [claim('client_id'), claim('azp')].find(isName) ?? null,
  };
}

/** With its issuer, which has no #: two issuers' subjects differ, and none is `anonymous` or `operator`. */
function subjectOf(sub: unknown, issuer: string): string {
  if (!isName(sub)) {
    throw invalidToken(`The token's \`sub\` is no text of 1 to ${LONGEST_NAME} characters without control characters.`);
  }
  return `${issuer}#${sub}`;
}

function organisationOf(org: unknown, allowed: TrustedIssuer['organisations']): string | null {
  if (org === undefined || org === null) return null;
  const uuid = typeof org === 'string' ? bareUuid(org) : null;
  if (!uuid) throw invalidToken("The token's organisation is no id like Organisation_<uuid> or <uuid>.");
  if (allowed !== 'all' && !allowed.has(uuid)) {
    throw invalidToken("The token's issuer does not speak for its organisation here.");
  }
  return uuid;
}

function territoryOf(code: unknown): string | null {
  if (code === undefined || code === null) return null;
  const territory = typeof code === 'string' ? findTerritory(code) : null;
  if (!territory) throw invalidToken("The token's territory is no code that the hub knows.");
  return territory.code;
}

/** A list, or a text with spaces between, as OAuth has it. */
function words(claim: unknown): string[] {
  if (typeof claim === 'string') return claim.split(' ').filter(Boolean);
  return Array.isArray(claim) ? claim.filter((word) => typeof word === 'string') : [];
}

const isName = (text: unknown): text is string =>
  typeof text === 'string' && text.length > 0 && text.length <= LONGEST_NAME && !/\p{Cc}/u.test(text);
