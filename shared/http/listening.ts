import { isLoopback } from './loopback.ts';
import { type ServerTls, serverTls } from './tls.ts';

export interface Listening {
  /** The address; without it, loopback alone. */
  host?: string;
  tls?: ServerTls | undefined;
}

export const LOOPBACK = '127.0.0.1';

/** Reads `LISTEN_HOST`, `TLS_CERT`, `TLS_KEY` and `TLS_CLIENT_CA`. What passes between machines in the clear is refused. */
export function listening(environment: NodeJS.ProcessEnv): Listening {
  const host = environment.LISTEN_HOST || LOOPBACK;
  const tls = serverTls(environment);
  if (!tls && !isLoopback(host)) {
    throw new Error(`LISTEN_HOST=${host} lets others than this machine connect, which needs TLS_CERT and TLS_KEY.`);
  }
  return { host, tls };
}
