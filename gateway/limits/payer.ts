import { isIPv6 } from 'node:net';
import { type Caller, isAnonymous, runsHub } from '../../shared/trust/caller.ts';

interface Asking {
  caller: Caller;
  /** Where the request is from. */
  address?: string | undefined;
}

/**
 * Who pays for a request: somebody with a token for all requests with it, whatever the address; who has none with all who
 * ask from the same address, or the same /64 of IPv6, which is what one household gets. Null for whoever runs the hub, who is not limited:
 * imports and exports are thousands of requests.
 */
export function payerOf({ caller, address = '' }: Asking): string | null {
  if (runsHub(caller)) return null;
  if (isAnonymous(caller)) return networkOf(address);
  return JSON.stringify([caller.organisationId, caller.client, caller.subject]);
}

export function networkOf(address: string): string {
  const [text = ''] = address.split('%'); // without the zone
  if (!isIPv6(text)) return text;
  const embedded = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text)?.[1];
  if (embedded) return embedded;
  const [head = '', tail] = text.split('::');
  const groups = head === '' ? [] : head.split(':');
  const known = tail === undefined ? [] : tail.split(':').filter(Boolean);
  const width = (parts: string[]): number => parts.length + (parts.at(-1)?.includes('.') ? 1 : 0);
  const zeros = Array<string>(tail === undefined ? 0 : 8 - width(groups) - width(known)).fill('0');
  const four = [...groups, ...zeros, ...known].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${four.join(':')}::/64`;
}
