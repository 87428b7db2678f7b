import { bareHash, hashOf } from './document-hash.ts';

/** Operations that are known before anybody sends them: of each client by its name, documents by their SHA-256. */
export type Manifests = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The client whose operations are everybody's. */
export const PUBLIC_CLIENT = 'public';

/** The operations that clients have registered, as they are at the moment. */
export class RegisteredOperations {
  readonly #own: ReadonlyMap<string, string>;
  #manifests: Manifests = new Map();

  /** @param own - of the pages that the gateway serves itself: everybody's, too */
  constructor(own: ReadonlyMap<string, string> = new Map()) {
    this.#own = own;
  }

  replace(manifests: Manifests): void {
    this.#manifests = manifests;
  }

  /** How many clients have registered. */
  get size(): number {
    let size = 0;
    for (const documents of this.#manifests.values()) size += documents.size;
    return size;
  }

  /** @param client - by the caller's token, for a name that a client could give itself says nothing */
  find(hash: string, client: string | null): string | undefined {
    const own = client === null ? undefined : this.#manifests.get(client)?.get(hash);
    return own ?? this.#manifests.get(PUBLIC_CLIENT)?.get(hash) ?? this.#own.get(hash);
  }
}

const APOLLO_FORMAT = 'apollo-persisted-query-manifest';

/**
 * Reads one client's manifest: `{ hash: document }`, as Relay and others write it, or Apollo's. Throws where a hash is not that of its
 * document, for a client would run something else than it says.
 */
export function readManifest(text: string): Map<string, string> {
  const documents = new Map<string, string>();
  for (const [id, document] of entriesOf(JSON.parse(text))) {
    if (typeof document !== 'string') throw new Error(`The document of ${id} is no text.`);
    const hash = hashOf(document);
    if (bareHash(id) !== hash) throw new Error(`${id} is not the SHA-256 of its document, which is ${hash}.`);
    documents.set(hash, document);
  }
  return documents;
}

function entriesOf(manifest: unknown): [string, unknown][] {
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) {
    throw new Error('A manifest is an object of documents by their hashes.');
  }
  const { format, operations } = manifest as { format?: unknown; operations?: unknown };
  if (format !== APOLLO_FORMAT) return Object.entries(manifest);
  if (!Array.isArray(operations)) throw new Error(`A manifest of the format ${APOLLO_FORMAT} has \`operations\`.`);
  return operations.map((operation: { id?: unknown; body?: unknown }) => [String(operation?.id), operation?.body]);
}
