import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { isLoopback } from '../../shared/http/loopback.ts';
import type { Tell } from '../../shared/log/log.ts';
import { RUNS_HUB } from '../../shared/trust/caller.ts';
import { LOCAL_ISSUER } from '../../shared/trust/local-issuer.ts';
import { PURPOSES, purposeScope } from '../../shared/trust/purpose.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { issuerKeys } from './issuer-keys.ts';
import { bareUuid } from './organisation-id.ts';
import { ALGORITHMS, CLAIM_NAMES, type TrustedIssuer } from './trusted-issuer.ts';

const GRANTABLE = [...Object.keys(SCOPES), ...PURPOSES.map(purposeScope)];
/** Purposes for which people are found whosever they are. */
const ACROSS: ReadonlySet<string> = new Set(
  (['DATA_SUBJECT', 'AUDIT', 'INCENTIVE_CONTROL'] as const).map(purposeScope),
);
const claimName = z.string().min(1).optional();

/** Strict, and nothing that widens has a default: a word that was mistyped or left out must not grant anything. */
const Issuer = z
  .strictObject({
    issuer: z
      .string()
      .regex(/^[^\s#]+$/, 'must be the text of its `iss`, without a space or #')
      .refine((issuer) => issuer !== LOCAL_ISSUER, `must not be ${LOCAL_ISSUER}, which is \`hub token\``),
    jwks: z
      .string()
      .refine(isSafeAddress, 'must be an https:// address without a password (http:// on loopback alone)'),
    audience: z.string().min(1),
    algorithms: z
      .array(z.enum(ALGORITHMS))
      .min(1)
      .default([...ALGORITHMS]),
    organisations: z.union([z.literal('all'), z.array(z.string().transform(organisation)).min(1)], {
      error: 'must be "all", or a list of ids like Organisation_<uuid> or <uuid>',
    }),
    scopes: z.array(z.enum(GRANTABLE, { error: `must be one of ${GRANTABLE.join(', ')}` })),
    claims: z
      .strictObject({ org: claimName, roles: claimName, scope: claimName, territory: claimName, purpose: claimName })
      .default({}),
  })
  .refine(({ organisations, scopes }) => organisations === 'all' || !scopes.includes(RUNS_HUB), {
    path: ['scopes'],
    error: `must not have ${RUNS_HUB} where organisations are listed: it acts for all`,
  })
  .refine(({ organisations, scopes }) => organisations === 'all' || !scopes.some((scope) => ACROSS.has(scope)), {
    path: ['scopes'],
    error: `must not have ${[...ACROSS].join(', ')} where organisations are listed: they reach people of all`,
  });

const Issuers = z
  .array(Issuer)
  .refine((issuers) => new Set(issuers.map(({ issuer }) => issuer)).size === issuers.length, {
    error: 'must name each issuer once',
  });

/** Reads the file that `TRUSTED_ISSUERS` names; says all that is wrong with it, each with its place. */
export function readIssuers(file: string, log: Tell): TrustedIssuer[] {
  const { success, data, error } = Issuers.safeParse(readJson(file));
  if (!success) {
    const problems = error.issues.map(({ path, message }) => `  ${path.join('.') || 'the list'}: ${message}`);
    throw new Error(`TRUSTED_ISSUERS=${file} cannot be used:\n${problems.join('\n')}`);
  }
  return data.map(({ jwks, organisations, scopes, claims, ...issuer }) => ({
    ...issuer,
    organisations: organisations === 'all' ? organisations : new Set(organisations),
    scopes: new Set(scopes),
    claims: { ...CLAIM_NAMES, ...claims },
    keys: issuerKeys(new URL(jwks), log),
  }));
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`TRUSTED_ISSUERS=${file} is no file with JSON: ${(cause as Error).message}.`, { cause });
  }
}

function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

function organisation(id: string, context: z.RefinementCtx): string {
  const uuid = bareUuid(id);
  if (uuid) return uuid;
  context.addIssue({ code: 'custom', message: `must be an id like Organisation_<uuid> or <uuid>` });
  return z.NEVER;
}
