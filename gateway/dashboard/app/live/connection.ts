import { type Client, createClient } from 'graphql-ws';

const PING_MS = 12_000;
const PONG_MS = 5_000;
/** For so long the connection waits for the next page to follow something. */
const IDLE_MS = 5_000;

/** The one WebSocket for all that the page follows; it is there while something is followed. */
export interface Connection {
  client: Client;
  /** Whether the gateway has greeted it and it has not been lost since. */
  isOpen(): boolean;
}

/** @param token - null: as the public */
export function createConnection(token: string | null): Connection {
  let isOpen = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
    lazy: true,
    lazyCloseTimeout: IDLE_MS,
    connectionAckWaitTimeout: PONG_MS,
    keepAlive: PING_MS,
    retryAttempts: 0, // whoever follows comes back by itself, from the last event that it saw
    on: {
      connected: () => {
        isOpen = true;
      },
      ping: (isReceived) => {
        if (!isReceived) silence = setTimeout(() => client.terminate(), PONG_MS); // a network may be gone without a word
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(silence);
      },
      closed: () => {
        isOpen = false;
        clearTimeout(silence);
      },
    },
  });
  return { client, isOpen: () => isOpen };
}
