import { isIP } from 'node:net';
import { isLoopback } from '../../shared/http/loopback.ts';

/** Why a subgraph cannot have this address, wherever it is; null where it can. */
export function malformedAddress(address: string): string | null {
  if (/[{}$\s]/.test(address)) return 'An address of a subgraph has no templates and no spaces in it.';
  if (!URL.canParse(address)) return 'A subgraph has an address like https://example.org/graphql.';
  const { protocol, username, password, hash } = new URL(address);
  if (!/^https?:$/.test(protocol)) return `A subgraph is asked by http or https, not ${protocol}`;
  if (username || password) return 'An address of a subgraph has no user and no password in it.';
  return hash ? 'An address of a subgraph has no fragment (#) in it.' : null;
}

/**
 * Why a subgraph may not be at this address; null where it may. The gateway asks whatever is there, with its own network's
 * reach, so a host that nobody named is none.
 *
 * @param hosts - beside this machine's own
 */
export function addressProblem(address: string, hosts: ReadonlySet<string>): string | null {
  const malformed = malformedAddress(address);
  if (malformed) return malformed;
  const { hostname } = new URL(address);
  if (isLoopback(hostname) || hosts.has(hostname)) return null;
  const what = isIP(hostname.replace(/[[\]]/g, '')) ? 'address' : 'host';
  return `The ${what} ${hostname} is not one of those that subgraphs may be at. Name it in SUBGRAPH_HOSTS.`;
}

/** Reads `SUBGRAPH_HOSTS`: names with commas between. */
export const hostsIn = (setting: string | undefined): ReadonlySet<string> =>
  new Set((setting ?? '').split(',').flatMap((host) => host.trim().toLowerCase() || []));
