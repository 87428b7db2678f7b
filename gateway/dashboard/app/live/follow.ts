import type { Client, ExecutionResult, SubscribePayload } from 'graphql-ws';

/** What `follow` tells whoever asked it to. */
export interface Follower<Data> {
  onEvent(data: Data): void;
  /** Events may have been missed: ask for the state anew. */
  onGap(): void;
  onState(state: 'following' | 'lost'): void;
}

interface Followed {
  /** The hash of a subscription that takes `$after: EventPosition`. */
  documentId: string;
  variables: Record<string, unknown>;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Follows a subscription until `signal` ends it. After a lost connection it comes back behind the last event that it saw, and so
 * misses nothing; where that is not kept any more, or none was seen yet, it says that there may be a gap.
 */
export async function follow<Data>(
  client: Client,
  { documentId, variables }: Followed,
  { onEvent, onGap, onState }: Follower<Data>,
  signal: AbortSignal,
): Promise<void> {
  let after: string | undefined;
  let pause = FIRST_PAUSE_MS;
  let wasLost = false;
  const stopKnowing = client.on('connected', () => {
    onState('following');
    pause = FIRST_PAUSE_MS;
    if (wasLost && after === undefined) onGap();
    wasLost = false;
  });
  signal.addEventListener('abort', stopKnowing);

  while (!signal.aborted) {
    const code = await once<Data>(client, { documentId, variables: { ...variables, after } }, signal, (result) => {
      after = positionOf(result) ?? after;
      if (result.data) onEvent(result.data);
    });
    if (signal.aborted || code === 'FORBIDDEN' || code === 'UNAUTHENTICATED') return;
    if (code === 'POSITION_LOST') {
      after = undefined;
      onGap();
      continue;
    }
    wasLost = true;
    onState('lost');
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random() / 2)));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** Until the subscription ends, however that comes; gives the code that it ended with, if it said one. */
function once<Data>(
  client: Client,
  payload: Followed,
  signal: AbortSignal,
  onResult: (result: ExecutionResult<Data, unknown>) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let code: string | undefined;
    const end = client.subscribe<Data>(asMessage(payload), {
      next(result) {
        code = codeOf(result.errors) ?? code;
        onResult(result as ExecutionResult<Data, unknown>);
      },
      error: (reason) => resolve(codeOf(reason) ?? code),
      complete: () => resolve(code),
    });
    signal.addEventListener('abort', end, { once: true });
  });
}

/** The protocol demands a text of the document, be it empty; the hash goes where it leaves room. */
const asMessage = ({ documentId, variables }: Followed): SubscribePayload => ({
  query: '',
  variables,
  extensions: { persistedQuery: { version: 1, sha256Hash: documentId } },
});

function codeOf(errors: unknown): string | undefined {
  const [first] = Array.isArray(errors) ? errors : [];
  const code = (first as { extensions?: { code?: unknown } } | undefined)?.extensions?.code;
  return typeof code === 'string' ? code : undefined;
}

function positionOf({ extensions }: { extensions?: unknown }): string | undefined {
  const position = (extensions as { event?: { position?: unknown } } | undefined)?.event?.position;
  return typeof position === 'string' ? position : undefined;
}
