import { type AnyVariables, type TypedDocumentNode, useQuery } from 'urql';
import { type Failure, failuresOf, type Stale, staleOf } from './failures.ts';
import { persisted } from './persisted.ts';

/** The answer to a question of the page, as far as it is here. */
export interface Answer<Data> {
  data: Data | undefined;
  /** Whether the first answer is still awaited. */
  isAwaited: boolean;
  failures: readonly Failure[];
  stale: Stale | null;
  /** Asks again, past what is remembered. */
  again(): void;
}

/** Asks the graph, at once from what is remembered and then again. */
export function useAnswer<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { pause = false } = {},
): Answer<Data> {
  const [{ data, error, fetching, extensions }, execute] = useQuery<Data, Variables>({
    query: persisted(document),
    variables,
    pause,
    requestPolicy: 'cache-and-network',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  return {
    data: data ?? undefined,
    isAwaited: (fetching || pause) && !data && !error,
    failures: failuresOf(error),
    stale: staleOf(extensions),
    again: () => execute({ requestPolicy: 'network-only' }),
  };
}
