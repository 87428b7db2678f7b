import type { JsonWebKey } from 'node:crypto';
import { SignJWT } from 'jose';
import { toGlobalId, uuidOf } from '../../shared/global-id/global-id.ts';
import { keyToUuid } from '../../shared/register/key.ts';
import { LOCAL_ALGORITHM, LOCAL_AUDIENCE, LOCAL_ISSUER } from '../../shared/trust/local-issuer.ts';
import { LONGEST_TOKEN_SECONDS } from '../../shared/trust/longest-token.ts';
import { isPurpose, PURPOSES } from '../../shared/trust/purpose.ts';
import { isPersona, PERSONAS, type Persona } from './personas.ts';

/** What stands behind `hub token`. */
export type TokenWish = Partial<Record<'as' | 'purpose' | 'for' | 'beneficiary', string>>;

/** Signs a token for somebody of the table. Throws, with the way out, for a wish that cannot be, and always in production. */
export async function issueToken(
  key: JsonWebKey,
  wish: TokenWish & { as: string },
  environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  if (environment.NODE_ENV === 'production') {
    throw new Error('`hub token` is for trying the hub out. In production tokens come from TRUSTED_ISSUERS.');
  }
  if (!isPersona(wish.as)) {
    throw new Error(`Nobody is called ${JSON.stringify(wish.as)}. There are:\n${personaLines().join('\n')}`);
  }
  const persona: Persona = PERSONAS[wish.as];
  const { organisation, roles, scopes, territory } = persona;
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    org: organisation && toGlobalId('Organisation', keyToUuid(organisation)),
    roles,
    scope: scopes.join(' '),
    territory,
    purpose: purposeOf(wish, persona),
    client_id: 'hub-token',
  })
    .setProtectedHeader({ alg: LOCAL_ALGORITHM, typ: 'at+jwt' })
    .setIssuer(LOCAL_ISSUER)
    .setAudience(LOCAL_AUDIENCE)
    .setSubject(subjectOf(wish))
    .setIssuedAt(now)
    .setExpirationTime(now + secondsOf(wish.for ?? '8h'))
    .sign(key as Parameters<SignJWT['sign']>[0]);
}

/** One for each persona: who it is, and what it may. */
export function personaLines(): string[] {
  return Object.entries<Persona>(PERSONAS).flatMap(([name, { who, organisation, scopes, territory, purpose }]) => [
    `${name.padEnd(22)}${who}`,
    `${' '.repeat(22)}${[organisation ?? 'no organisation', territory, ...scopes, purpose].filter(Boolean).join(', ')}`,
  ]);
}

function subjectOf({ as, beneficiary }: TokenWish & { as: string }): string {
  if (as !== 'data-subject') {
    if (beneficiary) throw new Error('--beneficiary goes with --as data-subject alone.');
    return as;
  }
  if (!beneficiary || !uuidOf('Beneficiary', beneficiary)) {
    throw new Error('--as data-subject needs --beneficiary ID, an id like Beneficiary_<uuid>.');
  }
  return beneficiary;
}

function purposeOf({ purpose }: TokenWish, persona: Persona): string | undefined {
  if (!purpose) return persona.purpose;
  if (isPurpose(purpose)) return purpose;
  throw new Error(`--purpose ${purpose} is none of ${PURPOSES.join(', ')}.`);
}

const SECONDS = { s: 1, m: 60, h: 3600 };

function secondsOf(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,5})([smh])$/.exec(text) ?? [];
  const seconds = Number(count) * SECONDS[unit as keyof typeof SECONDS];
  if (seconds <= LONGEST_TOKEN_SECONDS) return seconds;
  throw new Error(`--for ${text} is no time like 30s, 15m or 8h, up to 24h.`);
}
