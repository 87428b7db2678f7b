import type { ExecutionResult } from 'graphql';
import { Provenance } from '../engine/provenance.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { KeptAnswer } from './answer-store.ts';
import { type Asked, questionOf } from './question.ts';
import type { Fare } from './watch.ts';
import type { Wish } from './wish.ts';

/** A kept answer's bytes, or what the engine gave. */
export interface CachedResult {
  result: ExecutionResult | string | Buffer;
  fare: Fare;
  headers: Record<string, string>;
}

export interface CachedRequest {
  /** What the answers are kept for: the same object as long as the graph is the same. */
  graph: object;
  asked: Asked;
  wish: Wish;
  /** Why the cache is passed by, where it is. */
  passesBy: Fare | undefined;
  execute(provenance?: Provenance): Promise<ExecutionResult | string>;
}

/** Answers a query with what is kept, or executes it and keeps its answer; anything else is only executed. */
export async function answerThroughCache(cache: AnswerCache, request: CachedRequest): Promise<CachedResult> {
  const { graph, wish, passesBy } = request;
  if (passesBy) return { result: await request.execute(), fare: passesBy, headers: forwardedBy(passesBy) };

  const question = questionOf(request.asked);
  const isHeard = cache.hearsAll();
  const kept = wish.isFresh ? undefined : cache.current(graph, question);
  if (kept) {
    return { result: kept.body, fare: 'hit', headers: { age: `${cache.ageOf(kept)}`, 'cache-status': 'hub; hit' } };
  }

  const begun = cache.begin();
  const provenance = new Provenance();
  const result = await request.execute(provenance);
  if (typeof result !== 'string' && result.errors) {
    const lastGood =
      provenance.silent && wish.staleIfError > 0 ? cache.lastGood(graph, question, wish.staleIfError) : undefined;
    if (lastGood && provenance.silent) return staleResult(lastGood, provenance.silent, cache.ageOf(lastGood));
  }
  const fare = wish.isFresh ? 'bypass-request' : isHeard ? 'miss' : 'bypass-bus';
  const forwarded = forwardedBy(fare);
  const body = wish.isUnkept || !provenance.dependencies ? undefined : bytesOf(result);
  if (!body || !cache.keep(graph, question, body, provenance, begun)) return { result, fare, headers: forwarded };
  return { result: body, fare, headers: { 'cache-status': `${forwarded['cache-status']}; stored` } };
}

const FORWARDED: Partial<Record<Fare, string>> = {
  miss: 'miss',
  'bypass-request': 'request',
  'bypass-mutation': 'method',
};

/** The header of RFC 9211 for an answer that was not kept. */
const forwardedBy = (fare: Fare): { 'cache-status': string } => ({
  'cache-status': `hub; fwd=${FORWARDED[fare] ?? 'bypass'}`,
});

/** The answer that was good, and who is silent now. */
function staleResult({ body, madeAt }: KeptAnswer, service: string, age: number): CachedResult {
  const stale = JSON.stringify({ stale: { service, since: new Date(madeAt).toISOString() } });
  const data = body.subarray(0, body.lastIndexOf('}'));
  return {
    result: Buffer.concat([data, Buffer.from(`,"extensions":${stale}}`)]),
    fare: 'stale',
    headers: { age: `${age}`, 'cache-status': 'hub; hit; detail=stale-if-error' },
  };
}

/** In memory of their own: small buffers are parts of a larger one, which each of them would keep. */
function bytesOf(result: ExecutionResult | string): Buffer {
  const text = typeof result === 'string' ? result : JSON.stringify(result);
  const body = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  body.write(text);
  return body;
}
