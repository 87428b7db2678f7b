import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorFacts } from '../../shared/log/error-facts.ts';
import type { Tell } from '../../shared/log/log.ts';
import { type Manifests, type RegisteredOperations, readManifest } from './registered-operations.ts';

const LOOK_EVERY_MS = 1_000;
const MANIFEST = /^([\w.-]+)\.json$/;

/**
 * Reads the folder's manifests, `<client>.json`, now and whenever one of them changes. One that cannot be read takes nothing
 * away: what was registered before stays, and the log says why. Ends with the function that it gives.
 */
export async function watchManifests(folder: string, registered: RegisteredOperations, log: Tell): Promise<() => void> {
  let seen = '';
  let manifests: Manifests = new Map();
  const look = async (): Promise<void> => {
    const names = (await readdir(folder)).filter((name) => MANIFEST.test(name)).sort();
    const state = await stateOf(folder, names);
    if (state === seen) return;
    const read = new Map<string, ReadonlyMap<string, string>>();
    for (const name of names) {
      const client = MANIFEST.exec(name)?.[1] ?? '';
      try {
        read.set(client, readManifest(await readFile(path.join(folder, name), 'utf8')));
      } catch (error) {
        log('the operations of a client stay as they were, for their file cannot be read', {
          client,
          reason: reasonOf(error),
        });
        const before = manifests.get(client);
        if (before) read.set(client, before);
      }
    }
    manifests = read;
    registered.replace(manifests);
    seen = state;
    log('operations are registered', { operations: registered.size, clients: manifests.size });
  };

  await look();
  let isLooking = false;
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error) => log('the registered operations stay as they were', errorFacts(error)))
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

async function stateOf(folder: string, names: string[]): Promise<string> {
  const states = names.map(async (name) => {
    const { mtimeMs, size, ino } = await stat(path.join(folder, name));
    return [name, mtimeMs, size, ino].join();
  });
  return (await Promise.all(states)).join('\n');
}

/** What the parser says repeats the text. */
const reasonOf = (error: unknown): string =>
  error instanceof SyntaxError ? 'it is no JSON' : error instanceof Error ? error.message : `${error}`;
