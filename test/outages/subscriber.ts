import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-sse';

const PAUSE_MS = 200;
const QUERY = `subscription ($after: EventPosition) {
  consultationChanged(territory: "EU", after: $after) { position change consultation { id supportCentre { name organisation { name } } } } }`;

interface Change {
  position: string;
  change: string;
  consultation: { id: string } | null;
}

/** A client that subscribes again, behind the last event that it saw, whenever it is cut off. */
export class Subscriber {
  readonly #url: string;
  readonly seen: Change[] = [];
  /** Errors of events and of subscriptions, by code. */
  readonly errors: string[] = [];
  subscribed = 0;
  #isOver = false;
  #running: Promise<void> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  start(): void {
    this.#running = this.#follow();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #follow(): Promise<void> {
    const client = createClient({ url: this.#url, retryAttempts: 0 });
    while (!this.#isOver) {
      const after = this.seen.at(-1)?.position ?? null;
      this.subscribed++;
      try {
        for await (const { data, errors } of client.iterate<{ consultationChanged: Change }>({
          query: QUERY,
          variables: { after },
        })) {
          for (const { extensions, message } of errors ?? []) this.errors.push(String(extensions?.code ?? message));
          if (data?.consultationChanged) this.seen.push(data.consultationChanged);
          if (this.#isOver) break;
        }
      } catch {
        // it was cut off
      }
      await sleep(PAUSE_MS);
    }
    client.dispose();
  }
}
