import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { CheckedPublication, Publication } from './check-publication.ts';
import { error } from './finding.ts';

const LONGEST_MS = 60_000;
const MEGABYTES = 512;

/**
 * Checks in a thread of its own: composing the hub's six subgraphs takes 0.2 to 0.4 s, in which nobody would be answered, and an SDL
 * that was made to take forever, or all memory, is given up.
 */
export async function checkApart(publication: Publication, longest = LONGEST_MS): Promise<CheckedPublication> {
  const program = new URL(`./check-thread${path.extname(import.meta.url)}`, import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb: MEGABYTES };
  const thread = new Worker(program, { workerData: publication, resourceLimits, env: {} });
  let timer: NodeJS.Timeout | undefined;
  const checked = await new Promise<CheckedPublication>((resolve) => {
    const giveUp = (reason: string): void =>
      resolve({ findings: [error('COMPOSITION_FAILED', reason)], supergraph: null });
    timer = setTimeout(() => giveUp(`Composing and comparing took more than ${longest / 1000} s.`), longest);
    thread.once('message', resolve);
    thread.once('error', ({ message }) => giveUp(`Composing broke off: ${message}`));
    thread.once('exit', () => giveUp('Composing ended without an answer.'));
  });
  clearTimeout(timer);
  await thread.terminate();
  return checked;
}
