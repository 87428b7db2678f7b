import type { Client } from 'graphql-ws';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { TypedDocumentNode } from 'urql';
import { hashOf } from '../graph/persisted.ts';
import { follow } from './follow.ts';

export type LiveState = 'idle' | 'following' | 'lost';

/** For so long something that changed stays marked. */
const MARKED_MS = 20_000;

interface Live {
  client: Client;
  state: LiveState;
  setState(state: LiveState): void;
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

export function LiveProvider({ client, children }: { client: Client; children: ReactNode }): ReactNode {
  const [state, setState] = useState<LiveState>('idle');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const note = useCallback((id: string, words: string) => {
    setMarked((before) => new Set(before).add(id));
    setSaid(words);
    setTimeout(() => setMarked((before) => new Set([...before].filter((other) => other !== id))), MARKED_MS);
  }, []);
  useEffect(() => () => void client.dispose(), [client]);
  const live = useMemo(() => ({ client, state, setState, marked, said, note }), [client, state, marked, said, note]);
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
  const { client, setState } = useLiveContext();
  const latest = useRef(handlers);
  latest.current = handlers;
  const key = JSON.stringify(variables);
  useEffect(() => {
    const ending = new AbortController();
    const followed = { documentId: hashOf(document), variables: JSON.parse(key) };
    const follower = {
      onEvent: (data: Data) => latest.current.onEvent(data),
      onGap: () => latest.current.onGap(),
      onState: setState,
    };
    void follow<Data>(client, followed, follower, ending.signal);
    return () => ending.abort();
  }, [client, setState, document, key]);
}

/** Marks quietly what has just changed. */
export function Changed({ id, children }: { id: string; children: ReactNode }): ReactNode {
  const { marked } = useLive();
  return <div className={marked.has(id) ? 'changed' : 'unchanged'}>{children}</div>;
}
