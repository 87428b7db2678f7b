import { useCallback, useEffect } from 'react';
import { type AnyVariables, type TypedDocumentNode, useQuery } from 'urql';
import { type Failure, failuresOf, isUnavailable, type Stale, staleOf } from './failures.ts';
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

/** For so long a page waits before it asks again for what a partner did not answer. */
const PAUSE_MS = 15_000;

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
  const failures = failuresOf(error);
  const stale = staleOf(extensions);
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  useAgainAndAgain(stale !== null || failures.some(isUnavailable), again);
  return {
    data: data ?? undefined,
    isAwaited: (fetching || pause) && !data && !error,
    failures,
    stale,
    again,
  };
}

/** While a partner does not answer, and somebody sees the page: it is whole again soon after the partner is back. */
function useAgainAndAgain(isNeeded: boolean, again: () => void): void {
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && again(), PAUSE_MS);
    return () => clearInterval(timer);
  }, [isNeeded, again]);
}
