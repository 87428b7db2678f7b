import { ANONYMOUS } from '../../shared/trust/caller.ts';
import type { SendToSubgraph } from '../engine/engine.ts';
import type { SupergraphState } from '../live-graph/state.ts';
import type { GatewayContext } from '../subgraph-client/send-signed.ts';

export interface Readiness {
  /** Whether every subgraph answers. */
  ready: boolean;
  subgraphs: { name: string; answers: boolean; milliseconds: number }[];
  /** A refused one does not take away readiness: the one before it serves well. */
  supergraph: Pick<SupergraphState, 'hash' | 'since' | 'refused'>;
}

const PROBE = JSON.stringify({ query: '{ __typename }' });
const PATIENCE_MS = 2_000;

/** Asks each subgraph the smallest question there is, and tells which supergraph is served. */
export async function readiness(
  subgraphs: readonly { name: string; url: string }[],
  send: SendToSubgraph<GatewayContext>,
  { hash, since, refused }: SupergraphState,
): Promise<Readiness> {
  const probed = await Promise.all(
    subgraphs.map(async ({ name, url }) => {
      const began = performance.now();
      const answers = await answersInTime(
        send({ subgraph: name, url, body: PROBE, kind: 'query', context: { caller: ANONYMOUS } }),
      );
      return { name, answers, milliseconds: Math.round(performance.now() - began) };
    }),
  );
  return { ready: probed.every(({ answers }) => answers), subgraphs: probed, supergraph: { hash, since, refused } };
}

async function answersInTime(answer: Promise<string>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const inTime = answer.then((text) => text.includes('"data"')).catch(() => false);
  return Promise.race([inTime, late]).finally(() => clearTimeout(timer));
}
