import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import type { Subgraph } from '../subgraph.ts';
import type { Supergraph } from '../supergraph.ts';
import { compileBody } from './subgraph-call.ts';

/** Who sends the events of a subscription, and what it is asked for them. */
export interface EventSource {
  subgraph: Subgraph;
  bodyFor(variables: Record<string, unknown>): string;
}

/** Null where the plan is not that of a subscription. */
export function eventSource(plan: PlanNode, supergraph: Supergraph): EventSource | null {
  const fetch = primaryOf(plan);
  if (!fetch) return null;
  return { subgraph: supergraph.subgraphOf(fetch.serviceName), bodyFor: compileBody(fetch) };
}

function primaryOf(plan: PlanNode): FetchNode | undefined {
  if (plan.kind === 'Subscription') return plan.primary;
  const [first] = plan.kind === 'Sequence' ? plan.nodes : [];
  return first && primaryOf(first);
}
