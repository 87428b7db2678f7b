import path from 'node:path';
import nodeFlags from '../../../gateway/node-flags.json' with { type: 'json' };
import { projectRoot } from '../../../shared/reference-data/project-root.ts';
import type { CannedGraph } from './canned-graph.ts';
import { type Gateway, OURS } from './gateways.ts';
import { compare, type Measured, type Rules, type Unmeasured } from './measure.ts';
import { WORKLOADS } from './workloads.ts';

const TWO: Gateway = {
  name: 'ours, two processes',
  command: (...given) => [
    ...nodeFlags,
    path.join(projectRoot(), 'dist/test/bench/gateway/two-processes.js'),
    ...OURS.command(...given).slice(nodeFlags.length),
  ],
  ...(OURS.environment ? { environment: OURS.environment } : {}),
};

/** What a request costs where two processes share the port: as much, if nothing of theirs is in the other's way. */
export async function compareWorkers(graph: CannedGraph, rules: Rules): Promise<(Measured | Unmeasured)[]> {
  const wide = WORKLOADS.filter(({ name }) => name === 'wide');
  return compare([OURS, TWO], graph, wide[0] ?? { name: '', what: '', documents: [] }, 'off', rules);
}
