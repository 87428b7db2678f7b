import { unwatchFile, watchFile } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'graphql';
import type { LiveGraph } from './live-graph.ts';
import { messageOf, refused } from './outcome.ts';

/** Looking is one `stat`, and sees what events miss: a file replaced by a rename or a link, and a network's disk. */
const LOOK_EVERY_MS = 500;
/** A file that was not written to for so long is whole; */
const SETTLED_MS = 200;
/** one that cannot be read as SDL, or is not there, may still be on its way. */
const PATIENCE_MS = 3_000;

/** Gives the graph what the file holds whenever it changes. Ends with the function that it gives. */
export function watchSupergraphFile<C>(file: string, graph: LiveGraph<C>): () => void {
  let change = 0;
  const onChange = async (): Promise<void> => {
    const mine = ++change;
    const isLatest = (): boolean => change === mine;
    const read = await readSettled(file, isLatest);
    if (read === null || !isLatest()) return;
    if ('supergraph' in read && read.supergraph === graph.current.engine.supergraph && !graph.state.refused) return;
    if ('supergraph' in read) await graph.take({ supergraph: read.supergraph, from: 'the file' });
    else graph.refuse('the file', refused('SUPERGRAPH_INVALID', [read.problem]));
  };
  const listener = () => void onChange();
  watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, listener);
  void onChange(); // it may have changed since it was read at the start
  return () => {
    change++;
    unwatchFile(file, listener);
  };
}

type Read = { supergraph: string } | { problem: string };

/** Null where a later change is being looked at already. */
async function readSettled(file: string, isLatest: () => boolean): Promise<Read | null> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const read = await readOnce(file);
    if (!isLatest() || (read && 'supergraph' in read)) return isLatest() ? read : null;
    if (read && performance.now() > end) return read;
    await sleep(SETTLED_MS, undefined, { ref: false });
  }
}

/** Null while the file is being written. */
async function readOnce(file: string): Promise<Read | null> {
  try {
    const before = await stat(file);
    const supergraph = await readFile(file, 'utf8');
    const after = await stat(file);
    const isWritten = before.mtimeMs !== after.mtimeMs || before.ino !== after.ino || before.size !== after.size;
    if (isWritten || Math.abs(Date.now() - after.mtimeMs) < SETTLED_MS) return null;
    parse(supergraph, { noLocation: true });
    return { supergraph };
  } catch (error) {
    return { problem: messageOf(error) };
  }
}
