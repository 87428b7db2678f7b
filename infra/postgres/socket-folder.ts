import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The longest path that a Unix socket may have is 107 bytes; its file name takes 14 of them. */
const LONGEST = 90;

/** A folder for the server's socket that only its account enters: beside the data, or in /tmp where that path is too long. */
export function socketFolder(home: string): string {
  const beside = path.resolve(home, 'socket');
  const folder =
    Buffer.byteLength(beside) <= LONGEST
      ? beside
      : path.join(
          tmpdir(),
          `hub-${process.getuid?.() ?? 0}-${createHash('sha256').update(beside).digest('hex').slice(0, 16)}`,
        );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid } = lstatSync(folder);
  if (uid === process.getuid?.()) chmodSync(folder, 0o700);
  return folder;
}
