import type { KeyObject } from 'node:crypto';
import { parseArgs } from 'node:util';
import { subgraphKey } from '../shared/trust/signed-request.ts';

export interface GatewayConfig {
  /** Path of the supergraph's SDL. */
  supergraph: string;
  port: number;
  /** Without one nobody is the operator, and the gateway passes everybody on as anonymous. */
  operatorToken: string | undefined;
  /** By subgraph; a subgraph without a key gets unsigned requests. */
  keys: ReadonlyMap<string, KeyObject>;
  /** By subgraph, in place of the addresses in the supergraph. */
  urls: Record<string, string>;
  /** While developing, whoever asks sees the plan of a request; where the hub is in earnest, nobody. */
  showsPlans: boolean;
}

/** Reads `--supergraph FILE --port N`, `OPERATOR_TOKEN`, `SUBGRAPH_KEY_<NAME>` `SUBGRAPH_URL_<NAME>` and `NODE_ENV`. */
export function gatewayConfig(args: string[], environment: NodeJS.ProcessEnv): GatewayConfig {
  const { values } = parseArgs({ args, options: { supergraph: { type: 'string' }, port: { type: 'string' } } });
  const port = Number(values.port);
  if (!values.supergraph || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error('The gateway needs `--supergraph FILE --port N`.');
  }
  const named = (prefix: string): [string, string][] =>
    Object.entries(environment).flatMap(([name, value]) =>
      name.startsWith(prefix) && value ? [[name.slice(prefix.length).toLowerCase(), value]] : [],
    );
  return {
    supergraph: values.supergraph,
    port,
    operatorToken: environment.OPERATOR_TOKEN || undefined,
    keys: new Map(named('SUBGRAPH_KEY_').map(([name, key]) => [name, subgraphKey(key)])),
    urls: Object.fromEntries(named('SUBGRAPH_URL_')),
    showsPlans: environment.NODE_ENV !== 'production',
  };
}
