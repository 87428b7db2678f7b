import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Gives where a request is from. */
export type AddressOf = (request: IncomingMessage) => string;

/**
 * The address that the connection is from; where that is a trusted proxy's, the last one in `x-forwarded-for` that is not. What stands
 * before that one the client may have written itself.
 *
 * @param proxies - addresses and networks; throws where one is neither
 */
export function addressReader(proxies: readonly string[]): AddressOf {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', prefix] = proxy.split('/');
    const family = familyOf(address);
    const bits = prefix === undefined ? undefined : Number(prefix);
    if (
      !family ||
      (bits !== undefined && !(Number.isInteger(bits) && bits >= 0 && bits <= (family === 'ipv4' ? 32 : 128)))
    ) {
      throw new Error(`TRUSTED_PROXIES has ${proxy}, which is no address and no network like 10.0.0.0/8.`);
    }
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, bits, family);
  }
  const isTrusted = (address: string): boolean => {
    const family = familyOf(address);
    return family !== undefined && trusted.check(address, family);
  };

  return ({ socket, headers }) => {
    const nearest = socket.remoteAddress ?? '';
    if (proxies.length === 0 || !isTrusted(nearest)) return nearest;
    const forwarded = [headers['x-forwarded-for'] ?? []]
      .flat()
      .join()
      .split(',')
      .map((one) => one.trim());
    return forwarded.findLast((one) => isIP(one) && !isTrusted(one)) ?? nearest;
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  return version === 0 ? undefined : version === 4 ? 'ipv4' : 'ipv6';
}
