import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import type { Tell } from '../../shared/log/log.ts';
import { TokenRefused } from './token-refused.ts';

/** So long a request may wait for the issuer's keys. */
const DEADLINE_MS = 3_000;
/** Between two attempts, so that tokens with invented key ids do not become requests to the issuer. */
const PAUSE_MS = 10_000;
/** After so long keys are fetched again while the known ones go on: one that the issuer withdrew must go. */
const FRESH_MS = 5 * 60_000;
/** After so long without an answer of the issuer its keys are not believed any more. */
const KEPT_MS = 24 * 60 * 60_000;
const LARGEST_KEY_SET = 256 * 1024;

/**
 * An issuer's keys, by the key id in a token's header. Rotation is followed: a key that is not known is looked for at
 * the issuer. Where that one is down, known keys go on. All who wait at the same time wait for one request.
 */
export function issuerKeys(jwks: URL, log: Tell): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(jwks, {
    timeoutDuration: DEADLINE_MS,
    // when to fetch is decided here: the library knows no pause after a failure, and forgets keys that grew old
    cooldownDuration: Number.POSITIVE_INFINITY,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    [customFetch]: fetchAtMost,
  });
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let pending: Promise<boolean> | undefined;

  const fetchKeys = async (): Promise<boolean> => {
    triedAt = Date.now();
    try {
      await remote.reload();
      fetchedAt = Date.now();
      return true;
    } catch (error) {
      log('the keys of an issuer cannot be had', {
        address: `${jwks.origin}${jwks.pathname}`,
        reason: reasonOf(error),
      });
      return false;
    } finally {
      pending = undefined;
    }
  };
  /** Whether there are newer keys than before. */
  const refresh = async (): Promise<boolean> => {
    if (!pending && Date.now() - triedAt < PAUSE_MS) return false;
    pending ??= fetchKeys();
    return pending;
  };

  return async (header, token) => {
    const age = Date.now() - fetchedAt;
    if (age > KEPT_MS && !(await refresh())) {
      throw new TokenRefused(
        'ISSUER_UNREACHABLE',
        "The keys of the token's issuer cannot be had now. Try again later.",
      );
    }
    if (age > FRESH_MS) void refresh();
    try {
      return await remote(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !(await refresh())) throw error;
      return remote(header, token);
    }
  };
}

/** `fetch` says no more than that it failed, and has the reason in the cause. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message : message;
}

/** An issuer may be in the wrong hands: its answer is not read without end. */
async function fetchAtMost(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, options);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_KEY_SET) throw new Error(`they are more than ${LARGEST_KEY_SET} bytes`);
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status });
}
