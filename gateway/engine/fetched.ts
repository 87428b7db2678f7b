import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { Asked, Operation } from './operation.ts';
import { introspect } from './projection/introspection.ts';
import { projectToObject } from './projection/to-object.ts';
import type { ShownPlan } from './query-plan/shown-plan.ts';
import { clientErrors } from './report/client-errors.ts';
import { Report } from './report/report.ts';
import type { Tree } from './tree.ts';

/** What the subgraphs gave for one operation. */
export interface Fetched {
  tree: Tree;
  report: Report;
  shared: Set<unknown>;
  queryPlan: ShownPlan | undefined;
}

export const nothingYet = (): Fetched => ({ tree: {}, report: new Report(), shared: new Set(), queryPlan: undefined });

export function toObjects<C>(
  schema: GraphQLSchema,
  { definition, fragments, shapeFor }: Operation<C>,
  asked: Asked,
  { tree, report, queryPlan }: Fetched,
): ExecutionResult {
  const data = projectToObject(shapeFor(asked), tree, {
    report,
    introspect: (field) => introspect(schema, definition, fragments, asked.variables, field),
  });
  const errors = clientErrors(report.failures, data);
  const told = queryPlan ? { data, extensions: { queryPlan } } : { data };
  return errors.length ? { errors, ...told } : told;
}

/** Text where the answer is plain; objects, which carry errors and their paths, where it is not. */
export function toText<C>(
  schema: GraphQLSchema,
  operation: Operation<C>,
  asked: Asked,
  fetched: Fetched,
): ExecutionResult | string {
  const { tree, report, shared, queryPlan } = fetched;
  const text = report.failures.length === 0 ? operation.textFor(asked)(tree, shared) : undefined;
  if (text === undefined) return toObjects(schema, operation, asked, fetched);
  return queryPlan ? `{"data":${text},"extensions":${JSON.stringify({ queryPlan })}}` : `{"data":${text}}`;
}
