import type { BatchFetchNode, FetchNode } from '@graphql-hive/router-query-planner';
import type { SubgraphResponse } from '../engine.ts';
import type { PlannedOperation } from '../plan/subgraph-call.ts';

/** What one fetch of a plan took in one request. */
export interface Seen {
  /** Milliseconds from when the request had its plan until the subgraph was asked. */
  startedAfter: number;
  milliseconds: number;
  /** Of the answer; absent where there was none. */
  bytes?: number;
  /** How many entities the subgraph was asked about, each once. */
  representations?: number;
}

/** Watches the fetches of one request, for who asked to see its plan. */
export class Trace {
  #began = performance.now();
  /** Until the plan was there: next to nothing where it was known. */
  planningMilliseconds = 0;
  readonly #seen = new Map<PlannedOperation, Seen>();

  planned(): void {
    const now = performance.now();
    this.planningMilliseconds = rounded(now - this.#began);
    this.#began = now;
  }

  /** Waits for the answer like anybody else, and notes how long. */
  async follow(fetch: PlannedOperation, body: string, answer: Promise<SubgraphResponse>): Promise<SubgraphResponse> {
    const asked = performance.now();
    const seen: Seen = { startedAfter: rounded(asked - this.#began), milliseconds: 0 };
    this.#seen.set(fetch, seen);
    try {
      const response = await answer;
      seen.bytes = Buffer.byteLength(response.text);
      return response;
    } finally {
      seen.milliseconds = rounded(performance.now() - asked);
      const entities = countEntities(fetch, body);
      if (entities !== undefined) seen.representations = entities;
    }
  }

  /** Undefined where the subgraph was not asked, because there was nothing to ask about. */
  seen(fetch: FetchNode | BatchFetchNode): Seen | undefined {
    return this.#seen.get(fetch);
  }
}

function countEntities(fetch: PlannedOperation, body: string): number | undefined {
  const names = fetch.entityBatch?.aliases.map((alias) => alias.representationsVariableName) ?? ['representations'];
  if (!fetch.entityBatch && !fetch.requires) return undefined;
  const { variables } = JSON.parse(body) as { variables: Record<string, unknown[]> };
  return [...new Set(names)].reduce((count, name) => count + (variables[name]?.length ?? 0), 0);
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
