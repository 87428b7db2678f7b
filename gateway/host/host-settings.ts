import { CLIENT_LIMITS, type ClientLimits } from './slow-clients.ts';

/** What the host takes, and from whom. */
export interface HostSettings {
  /** Bytes of a body: of anybody's, and of whoever may send a register, or what was counted, as one. */
  largest: { question: number; file: number };
  /** Names under which the gateway is reached, beside those of this machine. */
  hosts: readonly string[];
  /** Origins whose pages may ask. */
  origins: readonly string[];
  /** Addresses, or networks like `10.0.0.0/8`, of proxies that say whom they ask for. */
  proxies: readonly string[];
  /** Whether people are shown GraphiQL. */
  showsPage: boolean;
  clients: ClientLimits;
}

export const HOST_SETTINGS: HostSettings = {
  largest: { question: 1024 * 1024, file: 16 * 1024 * 1024 },
  hosts: [],
  origins: [],
  proxies: [],
  showsPage: true,
  clients: CLIENT_LIMITS,
};
