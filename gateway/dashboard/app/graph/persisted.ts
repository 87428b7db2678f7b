import type { TypedDocumentNode } from 'urql';

/** The hash under which the gateway knows an operation of the dashboard. */
export const hashOf = (document: object): string => (document as { __meta__: { hash: string } }).__meta__.hash;

const known = new WeakMap<object, TypedDocumentNode>();

/** The operation as urql sends it: by its hash alone. */
export function persisted<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
): TypedDocumentNode<Data, Variables> {
  const before = known.get(document);
  if (before) return before as TypedDocumentNode<Data, Variables>;
  const byHash = { kind: 'Document', definitions: [], documentId: hashOf(document) } as unknown as TypedDocumentNode;
  known.set(document, byHash);
  return byHash as TypedDocumentNode<Data, Variables>;
}
