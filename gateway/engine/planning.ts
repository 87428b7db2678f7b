import type { PlanNode } from '@graphql-hive/router-query-planner';
import { GraphQLError } from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import type { Asked } from './operation.ts';
import { compilePlan } from './plan/compile-plan.ts';
import { type EventSource, eventSource } from './plan/event-source.ts';
import type { PlanKit } from './plan/plan-kit.ts';
import type { Step } from './plan/run.ts';

/** A plan as it is run, and as the planner made it. */
export interface Plan<C> {
  run: Step<C>;
  node: PlanNode;
  /** Null but for a subscription. */
  source: EventSource | null;
}

/** Gives the plan for what a request asks of a document; null where no subgraph has to be asked. */
export type Plans<C> = (asked: Asked) => Promise<Plan<C> | null>;

const PLANS_KEPT = 16;

/**
 * Plans a document once for each way in which its conditions and its access fall out.
 *
 * The planner could plan conditions itself, but it forgets those of some fragments, so that a mutation that the
 * client left out would be made, and it fails on others. Requests at the same time wait for one planning, and one
 * that failed is not kept.
 */
export function createPlans<C>(textOf: (asked: Asked) => string | null, kit: PlanKit<C>): Plans<C> {
  const plans = new BoundedCache<Promise<Plan<C> | null>>(PLANS_KEPT);

  return async (asked) => {
    const planned = plans.remember(asked.key, () => plan(textOf(asked), kit));
    try {
      return await planned;
    } catch (error) {
      plans.forget(asked.key, planned);
      throw error;
    }
  };
}

/** No abort signal goes in: the plan is made for everybody who sends this document, whoever hangs up. */
async function plan<C>(text: string | null, kit: PlanKit<C>): Promise<Plan<C> | null> {
  if (text === null) return null;
  const began = performance.now();
  try {
    const { node } = await kit.supergraph.planner.planAsync(text, null, new Set(), 100);
    const compiled = node ? { run: compilePlan(node, kit), node, source: eventSource(node, kit.supergraph) } : null;
    kit.onPlanned(performance.now() - began);
    return compiled;
  } catch (cause) {
    kit.onPlanningFailure(cause, text);
    const error = new GraphQLError('The hub found no way to answer this operation.', {
      extensions: { code: 'PLANNING_FAILED' },
    });
    throw Object.defineProperty(error, 'cause', { value: cause });
  }
}
