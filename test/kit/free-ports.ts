import { createServer } from 'node:net';

/**
 * The ports that programs under test listen on. Systems take the port of an outgoing connection from above 32,768 (Linux)
 * or 49,152, so a port from here stays free between the look and the start.
 */
const LOWEST = 10_000;
const PER_WORKER = 2_000;
const WORKERS = 11;

/** The first of so many ports in a row that are free; test files that run at the same time look in different places. */
export async function freePorts(count: number): Promise<number> {
  const lowest = LOWEST + (Number(process.env.JEST_WORKER_ID ?? 0) % WORKERS) * PER_WORKER;
  for (;;) {
    const first = lowest + Math.floor(Math.random() * (PER_WORKER - count));
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)));
    if (free.every(Boolean)) return first;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
