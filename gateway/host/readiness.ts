import { ANONYMOUS } from '../../shared/trust/caller.ts';
import type { SupergraphState } from '../live-graph/state.ts';
import type { Circuit, Circuits } from '../subgraph-client/circuits.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';

export interface Readiness {
  /** Whether every subgraph answers. */
  ready: boolean;
  subgraphs: { name: string; answers: boolean; milliseconds: number; circuit: Circuit['state'] }[];
  /** A refused one does not take away readiness: the one before it serves well. */
  supergraph: Pick<SupergraphState, 'hash' | 'since' | 'refused'>;
}

const PROBE = JSON.stringify({ query: '{ __typename }' });
const PATIENCE_MS = 2_000;

/** Asks each subgraph the smallest question there is, and tells which supergraph is served. */
export async function readiness(
  subgraphs: readonly { name: string; url: string }[],
  { send, states }: Circuits<GatewayContext>,
  { hash, since, refused }: SupergraphState,
): Promise<Readiness> {
  const circuitOf = (name: string): Circuit['state'] =>
    states().find(({ subgraph }) => subgraph === name)?.state ?? 'closed';
  const probed = await Promise.all(
    subgraphs.map(async ({ name, url }) => {
      const began = performance.now();
      const until = began + PATIENCE_MS;
      const answer = send({ subgraph: name, url, body: PROBE, kind: 'query', context: { caller: ANONYMOUS }, until });
      const answers = await answer.then(({ text }) => text.includes('"data"')).catch(() => false);
      return { name, answers, milliseconds: Math.round(performance.now() - began), circuit: circuitOf(name) };
    }),
  );
  return { ready: probed.every(({ answers }) => answers), subgraphs: probed, supergraph: { hash, since, refused } };
}
