import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';

/** No request waits for longer, and a server that went without a word is noticed. */
export const TIMEOUT_MS = 3000;
const PING_MS = 10_000;

/**
 * A connection that is made when it is asked for, and made anew after it was lost. The library's own reconnecting is
 * off: it would send later what it could not send now, when another publisher may have gone on already.
 */
export class NatsLink {
  readonly #url: string;
  #made: Promise<NatsConnection> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  connection(): Promise<NatsConnection> {
    this.#made ??= this.#connect();
    return this.#made;
  }

  async close(): Promise<void> {
    const connection = await this.#made?.catch(() => undefined);
    await connection?.close();
  }

  #connect(): Promise<NatsConnection> {
    const place = addresses(this.#url);
    const options = { ...place, reconnect: false, timeout: TIMEOUT_MS, pingInterval: PING_MS };
    const made = connect(options).catch((cause: Error) => {
      throw new Error(`No connection to the NATS server ${place.servers.join(', ')}: ${cause.message}`, { cause });
    });
    const forget = (): void => {
      if (this.#made === made) this.#made = undefined;
    };
    made.then((connection) => connection.closed().then(forget), forget);
    return made;
  }
}

/** What `nats://user:password@host:4222`, or `nats://token@host`, says; the servers of a cluster stand with commas between. */
function addresses(url: string): NodeConnectionOptions & { servers: string[] } {
  const urls = url.split(',').map((one) => new URL(one));
  const [user, pass] = [urls[0]?.username, urls[0]?.password].map((part) => decodeURIComponent(part ?? ''));
  return {
    servers: urls.map(({ host }) => host),
    ...(pass ? { user, pass } : user ? { token: user } : {}),
  };
}
