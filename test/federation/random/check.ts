import fc from 'fast-check';
import { Choices } from '../../kit/choices.ts';
import { difference } from './compare.ts';
import { type Asked, type Federated, federate } from './federate.ts';
import { makeModel } from './make-model.ts';
import { makeQuery } from './make-query.ts';
import type { Model } from './model.ts';

const QUERIES_PER_MODEL = 20;

/** So long a failing case may be made smaller. */
const SHRINKING_MS = 60_000;

export interface Checked {
  models: number;
  /** Models that cannot be composed. */
  refused: number;
  /** Pairs of a model and a query that were compared. */
  cases: number;
  /** Queries that the planner finds no plan for although there is one, and says so (ARCHITECTURE.md, "The engine"). */
  unplanned: number;
  /** Cases in which resolvers failed. */
  withErrors: number;
}

const row = (length: number) => fc.noBias(fc.array(fc.nat(255), { minLength: 0, maxLength: length, size: 'max' }));

/** Compares at least so many cases; throws the smallest that differs, with all that it takes to look into it. */
export async function checkCases(wanted: number, seed?: number): Promise<Checked> {
  const checked: Checked = { models: 0, refused: 0, cases: 0, unplanned: 0, withErrors: 0 };
  const queries = fc.array(row(250), { maxLength: QUERIES_PER_MODEL, minLength: 1, size: 'max' });

  let failedAt: number | undefined;
  let failedAfter: number | undefined;

  const property = fc.asyncProperty(row(400), queries, async (modelRow, queryRows) => {
    if (failedAt ? Date.now() - failedAt > SHRINKING_MS : checked.cases >= wanted) return;
    const model = makeModel(new Choices(modelRow));
    const graph = federate(model);
    checked.models++;
    if (!graph) checked.refused++;
    try {
      for (const query of graph ? queryRows : []) await checkCase(model, graph!, new Choices(query), checked);
    } catch (error) {
      failedAt ??= Date.now();
      failedAfter ??= checked.cases;
      throw error;
    }
  });
  const found = await fc.check(property, { seed, numRuns: wanted, interruptAfterTimeLimit: 900_000 });
  if (found.failed)
    throw new Error(`${found.errorInstance}\nafter ${failedAfter} cases; fast-check's seed: ${found.seed}`);
  return checked;
}

async function checkCase(model: Model, graph: Federated, choices: Choices, checked: Checked): Promise<void> {
  const asked = makeQuery(choices, graph.engine.schema);
  const gateway = await graph.throughGateway(asked);
  if (gateway.errors?.[0]?.extensions?.code === 'PLANNING_FAILED') {
    checked.unplanned++;
    return;
  }

  const monolith = graph.byMonolith(asked);
  const differs = difference(gateway, monolith, graph.inFull(asked));
  checked.cases++;
  if (monolith.errors) checked.withErrors++;
  if (!differs) return;
  const answers = [`The gateway: ${JSON.stringify(gateway)}`, `The monolith: ${JSON.stringify(monolith)}`];
  throw new Error([differs, ...answers, described(model, graph, asked)].join('\n'));
}

function described({ seed }: Model, { sdls }: Federated, { source, variables }: Asked): string {
  return [source, `variables: ${JSON.stringify(variables)}`, `seed of the data: ${seed}`, ...sdls].join('\n');
}
