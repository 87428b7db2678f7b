import type { FetchNode } from '@graphql-hive/router-query-planner';
import { noAnswer, subgraphFailure } from '../report/failures.ts';
import { pathText } from '../report/report.ts';
import { partLostBy } from './lost-part.ts';
import { compileMerge } from './merge.ts';
import type { PlanKit } from './plan-kit.ts';
import { compileRewrites } from './rewrite.ts';
import type { Run, Step } from './run.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';
import { compileCall, NoAnswer, type SubgraphCall } from './subgraph-call.ts';
import { readSupply } from './supply.ts';

const ROOT_ONLY: ReadonlyMap<string, readonly string[]> = new Map([[pathText([]), []]]);

/** A fetch of root fields: its answer is a part of the client's answer as it stands. */
export function rootFetch<C>(fetch: FetchNode, kit: PlanKit<C>): Step<C> {
  const call = compileCall(fetch, kit);
  return rootStep(fetch, kit, call, (run) => call.ask(run));
}

/** An event of a subscription is an answer like that of a fetch, which nobody had to ask for. */
export function eventStep<C>(fetch: FetchNode, kit: PlanKit<C>): Step<C> {
  const from = { subgraph: kit.supergraph.subgraphOf(fetch.serviceName).name, kind: 'query' } as const;
  return rootStep(fetch, kit, from, async ({ event }) => event ?? new NoAnswer('There is no event.'));
}

function rootStep<C>(
  fetch: FetchNode,
  { supergraph }: PlanKit<C>,
  from: Pick<SubgraphCall<C>, 'subgraph' | 'kind'>,
  answerIn: (run: Run<C>) => Promise<SubgraphAnswer | NoAnswer>,
): Step<C> {
  const rewrites = compileRewrites(fetch.outputRewrites, supergraph.types);
  const supply = readSupply(fetch.operation);
  const merge = compileMerge(supply, supergraph.types);
  const rootKeys = [...supply.keys()].filter((key) => key !== '__typename');

  /** An error for each root field, for each stands in the answer for itself. */
  function reportNoAnswer({ report }: Run<C>, { cause }: NoAnswer): void {
    const failure = noAnswer(from.subgraph, from.kind, cause);
    for (const key of rootKeys) report.add({ ...failure, path: rewrites.rename([key]) });
    report.addGap({ supply, places: () => ROOT_ONLY });
  }

  return async (run) => {
    const answer = await answerIn(run);
    if (answer instanceof NoAnswer) return reportNoAnswer(run, answer);

    for (const error of answer.errors) {
      run.report.add(subgraphFailure(from.subgraph, error, error.path && rewrites.rename(error.path)));
      const lost = error.path && answer.data && partLostBy(error.path, answer.data, supply);
      if (lost) run.report.addGapAt(lost.supply, [rewrites.rename(lost.path)]);
    }
    if (!answer.data) return run.report.addGap({ supply, places: () => ROOT_ONLY });

    rewrites.apply(answer.data);
    merge(run.tree, answer.data, false);
  };
}
