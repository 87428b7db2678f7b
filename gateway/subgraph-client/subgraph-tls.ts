import { createSecureContext, type SecureContext } from 'node:tls';
import { OLDEST_TLS, readPem } from '../../shared/http/tls.ts';

/**
 * What https connections to subgraphs are made with: `SUBGRAPH_CA` is a file of the certificates that are believed, and
 * no others are; without it, the public ones that Node believes are. `SUBGRAPH_CLIENT_CERT` and `SUBGRAPH_CLIENT_KEY`
 * are files, too, shown to subgraphs that want to know who asks.
 */
export function subgraphTls(environment: NodeJS.ProcessEnv): SecureContext {
  const ca = readPem(environment, 'SUBGRAPH_CA');
  const cert = readPem(environment, 'SUBGRAPH_CLIENT_CERT');
  const key = readPem(environment, 'SUBGRAPH_CLIENT_KEY');
  if ((cert === undefined) !== (key === undefined)) {
    throw new Error('SUBGRAPH_CLIENT_CERT and SUBGRAPH_CLIENT_KEY need each other: set both, or neither.');
  }
  try {
    return createSecureContext({ ca, cert, key, minVersion: OLDEST_TLS });
  } catch (cause) {
    const { message } = cause as Error;
    throw new Error(`SUBGRAPH_CA, SUBGRAPH_CLIENT_CERT or SUBGRAPH_CLIENT_KEY cannot be used: ${message}`, { cause });
  }
}
