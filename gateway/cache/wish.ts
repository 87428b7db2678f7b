import type { IncomingHttpHeaders } from 'node:http';

/** What a request wants of the cache. */
export interface Wish {
  /** It does not want an answer that is kept. */
  isFresh: boolean;
  /** Nor its own to be kept. */
  isUnkept: boolean;
  /** Where a subgraph does not answer, it takes the last good answer, made at the most so many seconds ago. */
  staleIfError: number;
}

/** Reads `cache-control` and `stale-if-error` of a request. */
export function wishOf(headers: IncomingHttpHeaders): Wish {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  const isUnkept = /\bno-store\b/.test(control);
  const seconds = String(headers['stale-if-error'] ?? '').trim();
  return {
    isFresh: isUnkept || /\bno-cache\b/.test(control),
    isUnkept,
    staleIfError: /^\d{1,9}$/.test(seconds) ? Number(seconds) : 0,
  };
}
