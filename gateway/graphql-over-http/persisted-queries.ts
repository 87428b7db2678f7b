import { GraphQLError } from 'graphql';
import { BoundedCache } from '../engine/bounded-cache.ts';
import { hashOf } from './document-hash.ts';
import type { Parameters } from './parameters.ts';

const KEPT = 1000;

/**
 * Automatic persisted queries: a client sends the hash of its document alone, and the document with it once where the
 * gateway does not know it yet.
 */
export class PersistedQueries {
  readonly #documents = new BoundedCache<string>(KEPT, (_hash, text) => text.length);

  /** The text of the document; undefined where the request names none. Throws what such clients wait for. */
  textOf({ query, extensions }: Parameters): string | undefined {
    const persisted = extensions?.persistedQuery;
    if (typeof persisted !== 'object' || persisted === null) return query;

    const { version, sha256Hash: hash } = persisted as Record<string, unknown>;
    if (version !== 1 || typeof hash !== 'string')
      throw refusal('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED');
    if (query === undefined) {
      const known = this.#documents.get(hash);
      if (known === undefined) throw refusal('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND');
      return known;
    }
    if (hashOf(query) !== hash) {
      throw refusal('The hash is not that of the document.', 'BAD_USER_INPUT');
    }
    return this.#documents.remember(hash, () => query);
  }
}

const refusal = (message: string, code: string): GraphQLError => new GraphQLError(message, { extensions: { code } });
