import type { IncomingMessage } from 'node:http';
import type { Caller } from '../trust/caller.ts';
import { tokenIdOf } from '../trust/signed-request.ts';
import type { Asker } from './asking.ts';

const REQUEST_ID = /^[\w.:-]{1,128}$/;

/** Who asks by a request of the gateway's that was verified. */
export function askerOf(caller: Caller, { headers }: IncomingMessage, body: string): Asker {
  const requestId = String(headers['x-request-id'] ?? '');
  return {
    caller,
    jti: tokenIdOf(headers.authorization),
    requestId: REQUEST_ID.test(requestId) ? requestId : null,
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
