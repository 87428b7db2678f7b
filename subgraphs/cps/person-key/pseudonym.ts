import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { parse, stringify } from 'uuid';

/** The secret of one pseudonymisation domain, such as one subgraph that hears of people: at least 32 bytes in base64url. */
export function domainKey(name: string, environment: NodeJS.ProcessEnv = process.env): KeyObject {
  const bytes = Buffer.from(environment[name] ?? '', 'base64url');
  if (bytes.length >= 32) return createSecretKey(bytes);
  throw new Error(
    `${name} is not set, or too short: it takes 32 random bytes as base64url. \`npm start\` makes one and keeps it with the hub's secrets.`,
  );
}

/**
 * By what a domain knows a person: a UUID (version 8) of HMAC-SHA-256. Whoever lacks the domain's key or the person's own
 * cannot make it, nor tell which pseudonyms of two domains are one person's; once the person's key is gone, nobody can.
 */
export function pseudonymOf(domain: KeyObject, personKey: Uint8Array, uuid: string): string {
  const bytes = createHmac('sha256', domain).update(personKey).update(parse(uuid)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return stringify(bytes);
}
