import pg from 'pg';

/** A server that went without a word is noticed, and no query waits for it for ever. */
export const CONNECTION = { keepAlive: true, connectionTimeoutMillis: 3000, query_timeout: 5000 };

/** A connection that listens on a channel; one that was lost is made anew when it is next asked for. */
export class ListeningConnection {
  readonly #url: string;
  readonly #channel: string;
  readonly #wake: () => void;
  #client: Promise<pg.Client> | undefined;

  /** `wake` is called for each notification, and when the connection is lost. */
  constructor(url: string, channel: string, wake: () => void) {
    this.#url = url;
    this.#channel = channel;
    this.#wake = wake;
  }

  client(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  /** Lets go of the connection, and of what a transaction on it had not committed. */
  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, ...CONNECTION });
    client.on('error', () => undefined); // `end` follows
    client.on('notification', this.#wake);
    try {
      await client.connect();
      await client.query(`listen ${client.escapeIdentifier(this.#channel)}`);
    } catch (error) {
      this.#client = undefined;
      await client.end().catch(() => undefined);
      throw error;
    }
    const made = this.#client;
    client.once('end', () => {
      if (this.#client !== made) return;
      this.#client = undefined;
      this.#wake();
    });
    return client;
  }
}
