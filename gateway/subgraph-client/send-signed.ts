import type { KeyObject } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import { Pool } from 'undici';
import type { CurrentRequest } from '../../shared/log/current-request.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { signRequest } from '../../shared/trust/signed-request.ts';
import { Unanswered } from '../engine/unanswered.ts';
import type { SendInTime } from './deadline.ts';
import { post, type Room, UselessAnswer } from './post.ts';

/** What every request of the gateway carries. */
export interface GatewayContext {
  caller: Caller;
  /** Where the request is from, as far as that is known. */
  address?: string | undefined;
  /** Aborted when what the caller showed to be known by is good no longer: a subscription ends with it. */
  ends?: AbortSignal;
  /** Names the event that is being answered: what was asked before it came may be answered from before it happened. */
  event?: string;
  /** For the log and for traces; says nothing of what is answered. */
  request?: CurrentRequest | undefined;
}

/** Equal for those who may share a fetch: with the same caller, and for the same event where one is answered. */
export const sharersOf = ({ caller, event }: GatewayContext): string => JSON.stringify([caller, event]);

export interface SubgraphClient {
  send: SendInTime<GatewayContext>;
  close(): Promise<void>;
}

/** Where a subgraph is asked. */
interface Target {
  pool: Pool;
  path: string;
  room: Room;
}

export interface ClientOptions {
  /** By subgraph; one without a key gets unsigned requests. */
  keys: ReadonlyMap<string, KeyObject>;
  /** To each subgraph. */
  connections: number;
  /** How many bytes an answer may have. */
  largestAnswer?: number;
  tls?: SecureContext | undefined;
}

const LARGEST_ANSWER = 32 * 1024 * 1024;
/** So many of the largest answers of one subgraph may be read at once. */
const LARGE_AT_ONCE = 4;
/** What stands before a subgraph says so where it cannot reach it: there is no answer yet. */
const NOT_REACHED = new Set([502, 503, 504]);

/**
 * Sends requests over kept-alive connections, each signed with the key of its subgraph where there is one. A query is
 * cut off when its signal says so; a mutation is not, for nobody would know what it did.
 */
export function subgraphClient({
  keys,
  connections,
  largestAnswer = LARGEST_ANSWER,
  tls,
}: ClientOptions): SubgraphClient {
  const targets = new Map<string, Target>();

  /** A pool for each subgraph, so that none takes the connections of another at the same address. */
  const targetOf = (subgraph: string, url: string): Target => {
    const known = targets.get(`${subgraph} ${url}`);
    if (known) return known;
    const { origin, pathname, search } = new URL(url);
    const target = {
      pool: new Pool(origin, { connections, pipelining: 1, connect: { secureContext: tls } }),
      path: pathname + search,
      room: { answer: largestAnswer, all: largestAnswer * LARGE_AT_ONCE, taken: 0 },
    };
    targets.set(`${subgraph} ${url}`, target);
    return target;
  };

  return {
    async send({ subgraph, url, body, kind, context, until, signal }) {
      const { pool, path, room } = targetOf(subgraph, url);
      const headers = ['content-type', 'application/json', 'accept', 'application/json'];
      const key = keys.get(subgraph);
      const { caller, request } = context;
      if (key) headers.push('authorization', signRequest(key, subgraph, body, caller, request?.id));
      if (request?.span) headers.push('traceparent', request.span.traceparent);
      if (signal?.aborted) throw signal.reason;

      const posting = { path, headers, body, until, signal: kind === 'query' ? signal : undefined, room };
      const { status, text, headers: told } = await post(pool, posting);
      if (status === 401) throw new UselessAnswer(`${subgraph} refused the gateway's signature.`);
      if (NOT_REACHED.has(status)) throw new Unanswered('SUBGRAPH_UNAVAILABLE', `It answered ${status}.`, true);
      return { status, text, cacheControl: told['cache-control'], touched: told['hub-touched'] };
    },
    async close() {
      await Promise.all([...targets.values()].map(({ pool }) => pool.close()));
    },
  };
}
