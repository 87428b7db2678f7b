import type { JsonWebKey } from 'node:crypto';
import { createLocalJWKSet } from 'jose';
import { z } from 'zod';
import { RUNS_HUB } from '../../shared/trust/caller.ts';
import { LOCAL_ALGORITHM, LOCAL_AUDIENCE, LOCAL_ISSUER } from '../../shared/trust/local-issuer.ts';
import { PURPOSES, purposeScope } from '../../shared/trust/purpose.ts';
import { SCOPES } from '../../shared/trust/scopes.ts';
import { CLAIM_NAMES, type TrustedIssuer } from './trusted-issuer.ts';

const PublicKey = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string() });

/** Trusts what `hub token` prints: anybody of any organisation, but not whoever runs the hub. @param key - a JWK, of which the public part is enough */
export function localIssuer(key: string): TrustedIssuer {
  return {
    issuer: LOCAL_ISSUER,
    audience: LOCAL_AUDIENCE,
    algorithms: [LOCAL_ALGORITHM],
    organisations: 'all',
    scopes: new Set([...Object.keys(SCOPES), ...PURPOSES.map(purposeScope)].filter((scope) => scope !== RUNS_HUB)),
    claims: CLAIM_NAMES,
    keys: createLocalJWKSet({ keys: [publicKey(key)] }),
  };
}

/** The key with which tokens can be made here, too; undefined where the gateway was given the public part alone. */
export function signingKey(key: string): JsonWebKey | undefined {
  const known: JsonWebKey = JSON.parse(key);
  return known.d ? known : undefined;
}

function publicKey(text: string): z.infer<typeof PublicKey> {
  try {
    return PublicKey.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('LOCAL_ISSUER_KEY is no public Ed25519 key as a JWK: {"kty":"OKP","crv":"Ed25519","x":…}.', {
      cause,
    });
  }
}
