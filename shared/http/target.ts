import type { IncomingMessage } from 'node:http';

/** The request's path and what is behind its `?`, as they were sent: `//` is a path, too, which `new URL` does not take. */
export function targetOf({ url = '/' }: IncomingMessage): { path: string; search: string } {
  const at = url.indexOf('?');
  return at < 0 ? { path: url, search: '' } : { path: url.slice(0, at), search: url.slice(at) };
}
