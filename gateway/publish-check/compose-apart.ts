import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CompositionFailed, type SubgraphSdl } from '../compose.ts';

/** What the thread says. */
export type Composed = { supergraph: string } | { reasons: readonly string[] };

const LONGEST_MS = 60_000;
const MEGABYTES = 512;

/**
 * Composes in a thread of its own: the hub's six subgraphs take 0.2 to 0.4 s, in which nobody would be answered, and an SDL that
 * was made to take forever, or all memory, is given up.
 */
export async function composeApart(subgraphs: readonly SubgraphSdl[], longest = LONGEST_MS): Promise<string> {
  const program = new URL(`./compose-thread${path.extname(import.meta.url)}`, import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: MEGABYTES };
  const thread = new Worker(program, { workerData: subgraphs, resourceLimits, env: {} });
  let timer: NodeJS.Timeout | undefined;
  const composed = await new Promise<Composed>((resolve) => {
    const giveUp = (reason: string): void => resolve({ reasons: [reason] });
    timer = setTimeout(() => giveUp(`The composition took more than ${longest / 1000} s.`), longest);
    thread.once('message', resolve);
    thread.once('error', (error) => giveUp(`The composition broke off: ${error.message}`));
    thread.once('exit', () => giveUp('The composition ended without an answer.'));
  });
  clearTimeout(timer);
  await thread.terminate();
  if ('reasons' in composed) throw new CompositionFailed(composed.reasons);
  return composed.supergraph;
}
