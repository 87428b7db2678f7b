import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { hashOf } from '../graph/persisted.ts';
import type { Connection } from './connection.ts';
import { type FollowState, follow } from './follow.ts';
import { useNotes } from './notes.ts';

/** `idle`: nothing is followed. */
export type LiveState = 'idle' | FollowState;

/** Of several things that are followed, the worst state is that of the page. */
const WORST_FIRST: readonly LiveState[] = ['ended', 'lost', 'following'];

interface Live {
  connection: Connection;
  state: LiveState;
  /** @param state - null: it is not followed any more */
  report(followed: object, state: FollowState | null): void;
  marked: ReadonlySet<string>;
  /** What was said last, for those who hear the page rather than see it. */
  said: string;
  note(id: string, words: string): void;
}

const LiveContext = createContext<Live | null>(null);

function useLiveContext(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('There is no LiveProvider around this part of the page.');
  return live;
}

export function LiveProvider({ connection, children }: { connection: Connection; children: ReactNode }): ReactNode {
  const [state, setState] = useState<LiveState>('idle');
  const states = useRef(new Map<object, FollowState>());
  const report = useCallback((followed: object, next: FollowState | null) => {
    if (next) states.current.set(followed, next);
    else states.current.delete(followed);
    const all = [...states.current.values()];
    setState(WORST_FIRST.find((one) => all.some((other) => other === one)) ?? 'idle');
  }, []);
  const { marked, said, note } = useNotes();
  useEffect(() => {
    const lose = (): void => connection.client.terminate();
    window.addEventListener('offline', lose);
    return () => window.removeEventListener('offline', lose);
  }, [connection]);
  const live = useMemo(
    () => ({ connection, state, report, marked, said, note }),
    [connection, state, report, marked, said, note],
  );
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>;
}

/** How the page stands to what happens, and what changed lately. */
export const useLive = (): Pick<Live, 'state' | 'marked' | 'said' | 'note'> => useLiveContext();

interface Handlers<Data> {
  onEvent(data: Data): void;
  /** Something may have been missed: ask anew. */
  onGap(): void;
}

/** Follows what happens for as long as this part of the page is shown. */
export function useEvents<Data, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  handlers: Handlers<Data>,
): void {
  const { connection, report } = useLiveContext();
  const latest = useRef(handlers);
  latest.current = handlers;
  const key = JSON.stringify(variables);
  useEffect(() => {
    const ending = new AbortController();
    const followed = { documentId: hashOf(document), variables: JSON.parse(key) };
    const follower = {
      onEvent: (data: Data) => latest.current.onEvent(data),
      onGap: () => latest.current.onGap(),
      onState: (state: FollowState) => report(followed, state),
    };
    void follow<Data>(connection, followed, follower, ending.signal);
    return () => {
      ending.abort();
      report(followed, null);
    };
  }, [connection, report, document, key]);
}

/** Marks quietly what has just changed. */
export function Changed({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const { marked } = useLive();
  return <div className={marked.has(id) ? 'changed' : 'unchanged'}>{children}</div>;
}
