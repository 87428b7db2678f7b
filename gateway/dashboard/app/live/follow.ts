import type { ExecutionResult, SubscribePayload } from 'graphql-ws';
import type { Connection } from './connection.ts';
import { rest } from './rest.ts';

/** `ended`: it does not come back, since the token is no longer good. */
export type FollowState = 'following' | 'lost' | 'ended';

/** What `follow` tells whoever asked it to. */
export interface Follower<Data> {
  onEvent(data: Data): void;
  /** Events may have been missed: ask for the state anew. */
  onGap(): void;
  onState(state: FollowState): void;
}

interface Followed {
  /** The hash of a subscription that takes `$after: EventPosition`. */
  documentId: string;
  variables: Record<string, unknown>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** The protocol has no word for "subscribed": what was not refused for so long holds. */
const SETTLED_MS = 1_000;

const REFUSED: ReadonlySet<unknown> = new Set(['FORBIDDEN', 'UNAUTHENTICATED']);
/** How the gateway ends what a token was good for: as an error, or by closing the connection. */
const TOKEN_ENDED: ReadonlySet<unknown> = new Set(['TOKEN_EXPIRED', 4401, 4403]);

/**
 * Follows a subscription until `signal` ends it. After a lost connection it comes back behind the last event that it saw, and so
 * misses nothing; where that is not kept any more, or none was seen yet, it says that there may be a gap, once it follows again.
 */
export async function follow<Data>(
  connection: Connection,
  { documentId, variables }: Followed,
  { onEvent, onGap, onState }: Follower<Data>,
  signal: AbortSignal,
): Promise<void> {
  let after: string | undefined;
  let mayMiss = false;
  let pause = FIRST_PAUSE_MS;
  const settle = (): void => {
    onState('following');
    pause = FIRST_PAUSE_MS;
    if (mayMiss) onGap();
    mayMiss = false;
  };

  while (!signal.aborted) {
    const stopSettling = whenSettled(connection, settle);
    const payload = payloadOf({ documentId, variables: { ...variables, after } });
    const reason = await once<Data>(connection, payload, signal, (result) => {
      after = positionOf(result) ?? after;
      if (result.data) onEvent(result.data);
    });
    stopSettling();
    const code = codeOf(reason);
    if (signal.aborted || REFUSED.has(code)) return;
    if (TOKEN_ENDED.has(code)) return onState('ended');
    if (code === 'POSITION_LOST') after = undefined;
    if (after === undefined) mayMiss = true;
    if (code === 'POSITION_LOST') continue;
    onState('lost');
    await rest(pause * (0.5 + Math.random() / 2), signal);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** graphql-ws sends nothing without a `query`: an empty one is none, and the hash goes where persisted queries have it. */
const payloadOf = ({ documentId, variables }: Followed): SubscribePayload => ({
  query: '',
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: documentId } },
});

/** Until the subscription ends, however that comes; gives the reason, if there was one. */
function once<Data>(
  { client }: Connection,
  payload: SubscribePayload,
  signal: AbortSignal,
  onResult: (result: ExecutionResult<Data, unknown>) => void,
): Promise<unknown> {
  return new Promise((resolve) => {
    const over = (reason?: unknown): void => {
      signal.removeEventListener('abort', leave);
      resolve(reason);
    };
    const end = client.subscribe<Data>(payload, {
      next: (result) => onResult(result as ExecutionResult<Data, unknown>),
      error: over,
      complete: over,
    });
    const leave = (): void => {
      end();
      over();
    };
    signal.addEventListener('abort', leave, { once: true });
  });
}

function whenSettled({ client, isOpen }: Connection, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const begin = (): void => {
    clearTimeout(timer);
    timer = setTimeout(act, SETTLED_MS);
  };
  const stopListening = client.on('connected', begin);
  if (isOpen()) begin();
  return () => {
    stopListening();
    clearTimeout(timer);
  };
}

/** The code of the first error, or that with which the connection was closed. */
function codeOf(reason: unknown): unknown {
  const [first] = Array.isArray(reason) ? reason : [reason];
  const { code, extensions } = (first ?? {}) as { code?: unknown; extensions?: { code?: unknown } };
  return extensions?.code ?? code;
}

function positionOf({ extensions }: { extensions?: unknown }): string | undefined {
  const position = (extensions as { event?: { position?: unknown } } | undefined)?.event?.position;
  return typeof position === 'string' ? position : undefined;
}
