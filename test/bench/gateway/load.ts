import { Pool } from 'undici';
import { HEADERS } from './ask.ts';

export interface Load {
  url: string;
  /** Sent in turn. */
  bodies: string[];
  /** How long the answer to each must be. */
  lengths: number[];
  seconds: number;
}

export interface Loaded {
  requests: number;
  /** Answers with another status or length than they should have. */
  failed: number;
  seconds: number;
  /** Milliseconds of each request, ascending. */
  latencies: number[];
}

const CONNECTIONS = 50;

/** Keeps 50 connections busy for so long. */
export async function load({ url, bodies, lengths, seconds }: Load): Promise<Loaded> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + seconds * 1_000;
  let [next, failed] = [0, 0];

  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      const at = next++ % bodies.length;
      const sent = performance.now();
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: pathname,
        headers: HEADERS,
        body: bodies[at] ?? '',
      });
      let bytes = 0;
      for await (const chunk of body) bytes += chunk.length;
      latencies.push(performance.now() - sent);
      if (statusCode !== 200 || bytes !== lengths[at]) failed++;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const took = (performance.now() - began) / 1_000;
  await pool.close();

  return { requests: latencies.length, failed, seconds: took, latencies: latencies.sort((a, b) => a - b) };
}
