import { createHash } from 'node:crypto';
import type { Session } from './identify.ts';
import type { Verified } from './verify-token.ts';

const MOST = 10_000;
/** No longer than this, for the key that signed may have been withdrawn. */
const LONGEST_MS = 5 * 60_000;

/**
 * Who verified tokens are for, so that a request does not pay for a signature. By the hash of the token: whoever sees
 * the memory finds nothing to come in with.
 */
export class RememberedTokens {
  readonly #kept = new Map<string, { session: Session; until: number }>();

  get size(): number {
    return this.#kept.size;
  }

  async find(token: string, verify: (token: string) => Promise<Verified>): Promise<Session> {
    const hash = createHash('sha256').update(token).digest('base64url');
    const known = this.#kept.get(hash);
    this.#kept.delete(hash);
    if (known && Date.now() < known.until) {
      this.#kept.set(hash, known); // at the end again: the least recently used go first
      return known.session;
    }
    const { session, endsAt } = await verify(token);
    this.#kept.set(hash, { session, until: Math.min(endsAt, Date.now() + LONGEST_MS) });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST) break;
      this.#kept.delete(oldest);
    }
    return session;
  }
}
