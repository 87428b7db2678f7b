import { bodyOf, HEADERS } from './ask.ts';
import type { CannedGraph } from './canned-graph.ts';
import { OURS, start } from './gateways.ts';
import { cpuMs, family, memory } from './process-figures.ts';
import { distinct } from './workloads.ts';

const COUNT = 10_000;
const AT_ONCE = 10;

/** Sends each of 10,000 documents once: what is remembered of documents must have a bound. */
export async function manyDocuments(graph: CannedGraph) {
  const running = await start(OURS, graph.folder, 'off');
  const pids = family(running.pid);
  const before = { memory: memory(pids), cpu: cpuMs(pids) };
  const bodies = distinct(COUNT).map(bodyOf);

  const client = async (): Promise<void> => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const response = await fetch(running.url, { method: 'POST', headers: HEADERS, body });
      const text = await response.text();
      if (text.includes('"errors"')) throw new Error(`${body.slice(0, 200)} got ${text.slice(0, 200)}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    const after = { memory: memory(pids), cpu: cpuMs(pids) };
    const perDocument = (after.cpu - before.cpu) / COUNT;
    return {
      before,
      after,
      rows: [
        ['RSS at the start', 'RSS at the end', 'RSS at its highest', 'CPU for a document that is new'],
        ['---', '---', '---', '---'],
        [
          `${before.memory.nowMb.toFixed(0)} MB`,
          `${after.memory.nowMb.toFixed(0)} MB`,
          `${after.memory.peakMb.toFixed(0)} MB`,
          `${perDocument.toFixed(2)} ms`,
        ],
      ],
    };
  } finally {
    await running.stop();
  }
}
