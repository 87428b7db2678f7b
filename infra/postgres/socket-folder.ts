import { createHash } from 'node:crypto';
import path from 'node:path';

/** The longest path that a Unix socket may have is 107 bytes; its file name takes 14 of them. */
const LONGEST = 90;

/** The folder of the server's socket, which only its account enters: beside the data, or in /tmp where that path is too long. */
export function socketFolder(home: string): string {
  const beside = path.resolve(home, 'socket');
  if (Buffer.byteLength(beside) <= LONGEST) return beside;
  const hash = createHash('sha256').update(beside).digest('hex').slice(0, 16);
  return path.join('/tmp', `hub-${process.getuid?.() ?? 0}-${hash}`);
}
