import { setTimeout as sleep } from 'node:timers/promises';
import type { Hub } from '../kit/hub.ts';

export const NEWEST = '{ consultations(first: 100) { nodes { id version status } } }';

interface Row {
  id: string;
  version: number;
}

/** Reads what is written over and over, and notes each answer that is older than one it had before. */
export class Reader {
  readonly #hub: Hub;
  readonly #versions = new Map<string, number>();
  readonly older: string[] = [];
  answers = 0;
  hits = 0;
  #isOver = false;
  #running: Promise<void> | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  start(): void {
    this.#running = this.#read();
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#running;
  }

  async #read(): Promise<void> {
    while (!this.#isOver) {
      const answer = await readOnce(this.#hub).catch(() => null);
      const rows = answer?.rows;
      if (!rows) {
        await sleep(100);
        continue;
      }
      this.answers++;
      if (answer.isHit) this.hits++;
      for (const { id, version } of rows) {
        const known = this.#versions.get(id) ?? 0;
        if (version < known) this.older.push(`${id}: ${version} after ${known}`);
        this.#versions.set(id, Math.max(version, known));
      }
      await sleep(5);
    }
  }
}

/** @param headers - `cache-control: no-store` reads past the cache */
export async function readOnce(
  hub: Hub,
  headers: Record<string, string> = {},
): Promise<{ rows: Row[] | undefined; text: string; isHit: boolean }> {
  const response = await fetch(`${hub.url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: NEWEST }),
  });
  const text = await response.text();
  const isHit = response.headers.get('cache-status')?.includes('hit') ?? false;
  return { rows: JSON.parse(text).data?.consultations?.nodes, text, isHit };
}
