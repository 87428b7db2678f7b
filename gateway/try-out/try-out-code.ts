import { createHmac, type JsonWebKey } from 'node:crypto';

/** Who has it may be anybody of the demo: it is in the address that `npm start` prints, and made of the embedded issuer's key. */
export function tryOutCode({ d = '' }: JsonWebKey): string {
  return createHmac('sha256', d).update('try-out').digest('base64url');
}
