import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import { type Operation, prepareOperation } from './operation.ts';
import { createMerge } from './plan/merge.ts';
import type { PlanKit } from './plan/plan-kit.ts';
import { createWalk } from './plan/walk.ts';
import { introspect } from './projection/introspection.ts';
import { projectToObject } from './projection/to-object.ts';
import { clientErrors } from './report/client-errors.ts';
import { Report } from './report/report.ts';
import type { Subgraph } from './subgraph.ts';
import { readSupergraph } from './supergraph.ts';
import type { Tree } from './tree.ts';

export interface SubgraphRequest<C> {
  subgraph: string;
  url: string;
  body: string;
  kind: 'query' | 'mutation';
  context: C;
}

/** Sends one request and gives the answer's JSON text; throws where there is no GraphQL answer. */
export type SendToSubgraph<C> = (request: SubgraphRequest<C>) => Promise<string>;

export interface EngineRequest<C> {
  /** What is remembered of the document goes by this text: never give it with another document than its own. */
  source: string;
  /** Already validated against the engine's schema. */
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  context: C;
}

export interface Engine<C> {
  supergraph: string;
  /** What clients see: without join__ machinery and @inaccessible parts. */
  schema: GraphQLSchema;
  subgraphs: Subgraph[];
  execute(request: EngineRequest<C>): Promise<ExecutionResult>;
}

export interface EngineOptions<C> {
  supergraph: string;
  send: SendToSubgraph<C>;
  /** By subgraph name, in place of the supergraph's own. */
  urls?: Record<string, string>;
}

const OPERATIONS_KEPT = 1000;

/** Makes one graph of many; throws where the supergraph makes no sense, so that a bad one never goes live. */
export function buildEngine<C>(options: EngineOptions<C>): Engine<C> {
  const supergraph = readSupergraph(options.supergraph, options.urls);
  const { schema, subgraphs, types } = supergraph;
  const kit: PlanKit<C> = { supergraph, send: options.send, merge: createMerge(types), walk: createWalk(types) };
  const operations = new BoundedCache<Operation<C>>(OPERATIONS_KEPT);

  function prepare({ source, document, operationName }: EngineRequest<C>): Operation<C> {
    const key = JSON.stringify([operationName || null, source]);
    return operations.remember(key, () => prepareOperation(document, operationName, kit));
  }

  async function run(
    { definition, fragments, planFor, shapeFor }: Operation<C>,
    variables: Record<string, unknown>,
    context: C,
  ): Promise<ExecutionResult> {
    const plan = await planFor(variables);
    const tree: Tree = {};
    const report = new Report();
    await plan?.({ tree, variables, context, report });

    const data = projectToObject(shapeFor(variables), tree, {
      report,
      introspect: (field) => introspect(schema, definition, fragments, variables, field),
    });
    const errors = clientErrors(report.failures, data);
    return errors.length ? { errors, data } : { data };
  }

  return {
    supergraph: options.supergraph,
    schema,
    subgraphs,
    async execute(request) {
      try {
        const operation = prepare(request);
        const { errors, coerced } = coerceVariables(schema, operation.definition, request.variables);
        return errors ? { errors } : await run(operation, coerced, request.context);
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [error] };
        throw error;
      }
    },
  };
}

type Coerced =
  | { errors?: undefined; coerced: Record<string, unknown> }
  | { errors: GraphQLError[]; coerced?: undefined };

function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions }: OperationDefinitionNode,
  given: Record<string, unknown> | null | undefined,
): Coerced {
  const { errors, coerced } = getVariableValues(schema, variableDefinitions ?? [], given ?? {}, { maxErrors: 50 });
  if (!errors) return { coerced };
  const extensions = { code: 'BAD_USER_INPUT' };
  return { errors: errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions })) };
}
