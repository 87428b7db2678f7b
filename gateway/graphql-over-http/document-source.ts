import { GraphQLError } from 'graphql';
import { refusal } from '../limits/refusal.ts';
import { bareHash, hashOf } from './document-hash.ts';
import type { Parameters } from './parameters.ts';
import { PersistedQueries } from './persisted-queries.ts';
import type { RegisteredOperations } from './registered-operations.ts';

/** Which operations are registered, and who may send others. */
export interface Registration<C> {
  operations: RegisteredOperations;
  /** By the caller's token; null where it names none. */
  clientOf(context: C): string | null;
  maySendOthers(context: C): boolean;
}

/** Where the text of a request's document comes from: the request, a hash that was sent with it once, or what is registered. */
export class DocumentSource<C> {
  readonly #automatic: PersistedQueries;
  readonly #registration: Registration<C> | undefined;

  constructor(automatic = new PersistedQueries(), registration?: Registration<C>) {
    this.#automatic = automatic;
    this.#registration = registration;
  }

  /** Undefined where the request names no document. Throws what clients of persisted queries wait for. */
  textOf(parameters: Parameters, context: C): string | undefined {
    const { query, documentId } = parameters;
    const id = documentId ?? persistedHash(parameters);
    const others = this.#registration?.maySendOthers(context) ?? true;
    if (this.#registration) {
      const { operations, clientOf } = this.#registration;
      const hash = id === undefined ? (others ? undefined : query && hashOf(query)) : bareHash(id);
      const known = hash && operations.find(hash, clientOf(context));
      if (known && (query === undefined || query === known)) return known;
    }
    if (!others) throw notRegistered(query === undefined && id === undefined);
    if (documentId === undefined) return this.#automatic.textOf(parameters);
    throw new GraphQLError(`No document is registered as ${documentId}.`, {
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    });
  }
}

function persistedHash({ extensions }: Parameters): string | undefined {
  const persisted = extensions?.persistedQuery;
  if (typeof persisted !== 'object' || persisted === null) return undefined;
  const { sha256Hash } = persisted as Record<string, unknown>;
  return typeof sha256Hash === 'string' ? sha256Hash : undefined;
}

const notRegistered = (isMissing: boolean): GraphQLError =>
  refusal(
    'OPERATION_NOT_REGISTERED',
    `${isMissing ? 'The request names no operation' : 'This operation is not registered for your client'}, and only registered operations run here. ` +
      'Send one of those as `documentId`, or have this one added to the manifest of your client.',
  );
