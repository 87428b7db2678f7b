import type { Report } from '../report/report.ts';
import type { Tree } from '../tree.ts';

/** One execution of a plan: what every step reads and adds to. */
export interface Run<C> {
  /** What the subgraphs answered so far, merged into one. */
  tree: Tree;
  variables: Record<string, unknown>;
  context: C;
  /** Once it is aborted, no further fetch begins. */
  signal?: AbortSignal;
  report: Report;
}

export type Step<C> = (run: Run<C>) => Promise<void>;
