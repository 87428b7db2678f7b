import type { EntityBatchAlias } from '@graphql-hive/router-query-planner';
import { isTree, own, type Tree } from '../tree.ts';
import { compileBranch } from './entity-branch.ts';
import { type BranchRun, reportEntityErrors, reportNoEntities } from './entity-report.ts';
import type { StepKit } from './plan-kit.ts';
import type { Run, Step } from './run.ts';
import { compileCall, NoAnswer, type PlannedOperation } from './subgraph-call.ts';
import { readSupply } from './supply.ts';

/** Asks one subgraph, in one request, for more about entities that others have named. */
export function entityFetch<C>(fetch: PlannedOperation, aliases: EntityBatchAlias[], kit: StepKit<C>): Step<C> {
  const call = compileCall(fetch, kit);
  const supply = readSupply(fetch.operation);
  const branches = aliases.map((planned) => compileBranch(planned, supply.get(planned.alias) ?? new Map(), kit));

  /** Where one entity stands in several places, the first takes the answer and the others take copies. */
  function mergeEntities({ branch, places, indexes }: BranchRun<C>, entities: unknown[]): void {
    branch.output.apply(entities);
    const taken = new Set<number>();
    for (const [place, index] of indexes.entries()) {
      const entity = entities[index];
      const target = places[place];
      if (!target || !isTree(entity)) continue;
      branch.merge(target, entity, taken.has(index));
      taken.add(index);
    }
  }

  return async (run: Run<C>) => {
    const representations = new Map(branches.map(({ variable }) => [variable, new Map<string, number>()]));
    const gathered = branches.map((branch): BranchRun<C> => {
      return { branch, ...branch.gather(run, representations.get(branch.variable) ?? new Map()) };
    });
    if (gathered.every(({ places }) => places.length === 0)) return;

    const answer = await call.ask(run, variablesText(representations));
    if (answer instanceof NoAnswer) return reportNoEntities(run, call, gathered, answer.cause);
    if (answer.data && !holdsEntities(answer.data, gathered)) {
      return reportNoEntities(run, call, gathered, new TypeError('The answer has no list of entities.'));
    }

    if (answer.errors.length) reportEntityErrors(run, call.subgraph, gathered, answer);
    for (const found of gathered) {
      const entities = answer.data && own(answer.data, found.branch.alias);
      if (Array.isArray(entities)) mergeEntities(found, entities);
    }
  };
}

/** A null is fine (an error may explain it), a list is fine, and anything else is no answer. */
function holdsEntities<C>(data: Tree, gathered: BranchRun<C>[]): boolean {
  return gathered.every(({ branch }) => {
    const entities = own(data, branch.alias);
    return entities === null || Array.isArray(entities);
  });
}

function variablesText(representations: Map<string, Map<string, number>>): string {
  return [...representations].map(([name, texts]) => `"${name}":[${[...texts.keys()].join()}]`).join();
}
