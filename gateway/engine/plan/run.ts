import type { Provenance } from '../provenance.ts';
import type { Trace } from '../query-plan/trace.ts';
import type { Report } from '../report/report.ts';
import type { Tree } from '../tree.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';
import type { NoAnswer } from './subgraph-call.ts';

/** One execution of a plan: what every step reads and adds to. */
export interface Run<C> {
  /** What the subgraphs answered so far, merged into one. */
  tree: Tree;
  variables: Record<string, unknown>;
  context: C;
  /** Once it is aborted, no further fetch begins. */
  signal?: AbortSignal;
  report: Report;
  /** Objects that stand in several places of the tree. */
  shared: Set<unknown>;
  /** Only where somebody wants to see the plan. */
  trace?: Trace | undefined;
  /** Only where somebody may keep the answer. */
  provenance?: Provenance | undefined;
  /** In a subscription, what its subgraph sent: the plan begins with it. */
  event?: SubgraphAnswer | NoAnswer;
}

export type Step<C> = (run: Run<C>) => Promise<void>;
