import type { IncomingMessage } from 'node:http';
import type { Caller } from '../trust/caller.ts';
import { requestIdIn, tokenIdOf } from '../trust/signed-request.ts';
import type { Asker } from './asking.ts';

/** Who asks by a request of the gateway's that was verified. */
export function askerOf(caller: Caller, { headers }: IncomingMessage, body: string): Asker {
  return {
    caller,
    jti: tokenIdOf(headers.authorization),
    requestId: requestIdIn(headers.authorization) ?? null,
    operation: () => documentIn(body),
  };
}

function documentIn(body: string): string | null {
  try {
    const { query } = JSON.parse(body);
    return typeof query === 'string' ? query : null;
  } catch {
    return null;
  }
}
