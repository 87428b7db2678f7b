import type { ServerResponse } from 'node:http';
import type { CachedResult } from '../cache/answer-through-cache.ts';
import type { Outcome } from '../metrics/operation-metrics.ts';
import type { MediaType } from './media-type.ts';

/** What goes out, with the headers that say how the cache fared. */
export type Answered = Pick<CachedResult, 'result'> & Partial<Pick<CachedResult, 'headers'>>;
type Result = CachedResult['result'];

/** For transports that write text. */
export function textOf({ result }: Answered): string {
  if (typeof result === 'string') return result;
  return Buffer.isBuffer(result) ? result.toString() : JSON.stringify(result);
}

/** Whether the operation ran. */
export const isData = (result: Result): boolean =>
  typeof result === 'string' || 'data' in result || Buffer.isBuffer(result);

export function outcomeOf(result: Result): Outcome {
  if (typeof result === 'string' || Buffer.isBuffer(result) || !result.errors) return 'ok';
  return 'data' in result ? 'partial' : 'refused';
}

/** `application/json` says 200 of whatever was well-formed; its successor also tells what never ran. */
export function statusOf(result: Result, type: MediaType): number {
  return isData(result) || type === 'application/json' ? 200 : 400;
}

export function write(
  response: ServerResponse,
  type: MediaType,
  status: number,
  answer: string | Buffer,
  headers: Record<string, string> = {},
): void {
  const body = typeof answer === 'string' ? Buffer.from(answer) : answer;
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-store',
    vary: response.getHeader('vary')?.toString() ?? 'accept',
    ...headers,
  });
  response.end(body);
}
