import type { KeyObject } from 'node:crypto';
import { Pool } from 'undici';
import type { Caller } from '../../shared/trust/caller.ts';
import { signRequest } from '../../shared/trust/signed-request.ts';
import type { SendToSubgraph } from '../engine/engine.ts';

/** What every request of the gateway carries. */
export interface GatewayContext {
  caller: Caller;
}

export interface SubgraphClient {
  send: SendToSubgraph<GatewayContext>;
  close(): Promise<void>;
}

const CONNECTIONS = 50;
const DEADLINE_MS = 15_000;
/** A register's import may take its time. */
const MUTATION_DEADLINE_MS = 120_000;

/** Sends requests over kept-alive connections, each signed with the key of its subgraph where there is one. */
export function subgraphClient(keys: ReadonlyMap<string, KeyObject>): SubgraphClient {
  const pools = new Map<string, Pool>();

  const poolFor = (origin: string): Pool => {
    const pool = pools.get(origin) ?? new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
    pools.set(origin, pool);
    return pool;
  };

  return {
    async send({ subgraph, url, body, kind, context }) {
      const { origin, pathname, search } = new URL(url);
      const key = keys.get(subgraph);
      const response = await poolFor(origin).request({
        method: 'POST',
        path: pathname + search,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          ...(key ? { authorization: await signRequest(key, subgraph, body, context.caller) } : {}),
        },
        body,
        headersTimeout: kind === 'mutation' ? MUTATION_DEADLINE_MS : DEADLINE_MS,
        bodyTimeout: DEADLINE_MS,
      });
      const text = await response.body.text();
      if (response.statusCode === 401) throw new Error(`${subgraph} refused the gateway's signature.`);
      return text;
    },
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
