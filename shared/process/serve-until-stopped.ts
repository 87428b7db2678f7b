import type { Server } from 'node:http';

const PATIENCE_MS = 2_000;

/**
 * Tells whoever started this process that it serves, and ends it when asked to or when the starter is gone, however it
 * went: open requests get two seconds, then `release` lets go of what the server stood on.
 * @param leave - says goodbye to those who would stay for ever, within so many milliseconds
 */
export function serveUntilStopped(
  server: Server,
  release: () => Promise<void>,
  leave: (within: number) => void = () => {},
): void {
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.once('close', resolve));
    server.close();
    leave(PATIENCE_MS);
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
    await closed;
    await release();
    process.exit(0);
  };
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(event, stop);
  if (process.connected === false)
    stop(); // the starter went while we were still starting
  else process.send?.('ready');
}
