import { parentPort, workerData } from 'node:worker_threads';
import { CompositionFailed, compose, type SubgraphSdl } from '../compose.ts';
import type { Composed } from './compose-apart.ts';

parentPort?.postMessage(composed(workerData));

function composed(subgraphs: readonly SubgraphSdl[]): Composed {
  try {
    return { supergraph: compose(subgraphs) };
  } catch (error) {
    if (error instanceof CompositionFailed) return { reasons: error.reasons };
    throw error;
  }
}
