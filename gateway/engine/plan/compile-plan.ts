import type { FetchNode, PlanNode } from '@graphql-hive/router-query-planner';
import { entityFetch } from './entity-fetch.ts';
import type { PlanKit, StepKit } from './plan-kit.ts';
import { eventStep, rootFetch } from './root-fetch.ts';
import type { Step } from './run.ts';

type Path = Parameters<PlanKit<unknown>['walk']['visit']>[1];

/** Turns a plan into something to run, once for all the requests that have the same document. */
export function compilePlan<C>(plan: PlanNode, kit: PlanKit<C>): Step<C> {
  // With a type condition, a path may lead to one of two places to which a shorter one leads alike.
  return compileStep(plan, { ...kit, mayShare: !JSON.stringify(plan).includes('"TypeCondition"') });
}

function compileStep<C>(node: PlanNode, kit: StepKit<C>): Step<C> {
  switch (node.kind) {
    case 'Fetch':
      return node.requires?.length ? entitiesAt([], node, kit) : rootFetch(node, kit);
    case 'Subscription':
      return eventStep(node.primary, kit);
    case 'Flatten':
      return node.node.kind === 'Fetch' ? entitiesAt(node.path, node.node, kit) : compileStep(node.node, kit);
    case 'BatchFetch':
      return entityFetch(node, node.entityBatch.aliases, kit);
    case 'Sequence':
      return inTurn(node.nodes.map((step) => compileStep(step, kit)));
    case 'Parallel':
      return inParallel(node.nodes, kit);
    case 'Condition':
      return eitherOr(
        node.condition,
        node.ifClause ? compileStep(node.ifClause, kit) : doNothing,
        node.elseClause ? compileStep(node.elseClause, kit) : doNothing,
      );
    default:
      throw new Error(`The engine has no way to run a plan step of the kind ${JSON.stringify(node.kind)}.`);
  }
}

function entitiesAt<C>(path: Path, fetch: FetchNode, kit: StepKit<C>): Step<C> {
  const { requires, inputRewrites, outputRewrites } = fetch;
  if (!requires?.length) throw new Error('The plan asks for entities and does not say by which fields.');
  const only = { alias: '_entities', representationsVariableName: 'representations', paths: [path] };
  return entityFetch(fetch, [{ ...only, requires, inputRewrites, outputRewrites }], kit);
}

function inTurn<C>(steps: Step<C>[]): Step<C> {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

/** The planner lets a mutation run beside the rest of the one before; a client may count on their order. */
function inParallel<C>(nodes: PlanNode[], kit: StepKit<C>): Step<C> {
  const isMutation = (node: PlanNode) => node.kind === 'Fetch' && node.operationKind === 'mutation';
  const reads = nodes.filter((node) => !isMutation(node)).map((node) => compileStep(node, kit));
  const mutations = nodes.filter(isMutation).map((node) => compileStep(node, kit));
  const thenMutate = inTurn(mutations);

  return async (run) => {
    await Promise.all(reads.map((read) => read(run)));
    await thenMutate(run);
  };
}

function eitherOr<C>(variable: string, whenTrue: Step<C>, otherwise: Step<C>): Step<C> {
  return (run) => (run.variables[variable] === true ? whenTrue(run) : otherwise(run));
}

async function doNothing(): Promise<void> {}
