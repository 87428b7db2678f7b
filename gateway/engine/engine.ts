import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { EVERYTHING, type Granted } from './access/requirement.ts';
import { BoundedCache } from './bounded-cache.ts';
import { type Fetched, nothingYet, toObjects, toText } from './fetched.ts';
import { type Asked, type Operation, prepareOperation } from './operation.ts';
import type { PlanKit } from './plan/plan-kit.ts';
import { createWalk } from './plan/walk.ts';
import type { Provenance } from './provenance.ts';
import { showPlan } from './query-plan/shown-plan.ts';
import { Trace } from './query-plan/trace.ts';
import type { Subgraph } from './subgraph.ts';
import { notOneAnswer, readySubscription, refusedRoots, type Subscription } from './subscription.ts';
import { readSupergraph } from './supergraph.ts';
import { coerceVariables, defaultsOf } from './variables.ts';

export interface SubgraphRequest<C> {
  subgraph: string;
  url: string;
  body: string;
  kind: 'query' | 'mutation';
  context: C;
  /** Aborted where nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** What a subgraph answered to one request. */
export interface SubgraphResponse {
  /** The GraphQL answer, as JSON. */
  text: string;
  /** Its header `cache-control`. */
  cacheControl?: string | undefined;
  /** Its header `hub-touched`: after a mutation, what may be different now. */
  touched?: string | undefined;
}

/**
 * Sends one request and gives the answer; throws where there is no GraphQL answer, `Unanswered` where the
 * client may be told why. Throws at once when the signal is aborted, but for a mutation that a subgraph may have begun.
 */
export type SendToSubgraph<C> = (request: SubgraphRequest<C>) => Promise<SubgraphResponse>;

export interface EngineRequest<C> {
  /** What is remembered of the document goes by this text: never give it with another document than its own. */
  source: string;
  /** Already validated against the engine's schema. */
  document: DocumentNode;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  context: C;
  /**
   * Ends the fetches under way, and begins no other, when it is aborted; what has come is answered. A mutation that a
   * subgraph has begun is not cut off. A reason that is an `Unanswered` is told to the client.
   */
  signal?: AbortSignal;
  /** Adds the plan and what each of its fetches took, as `extensions.queryPlan`. It tells how the graph is made. */
  showPlan?: boolean;
  /** Is told what the answer is made of. */
  provenance?: Provenance | undefined;
}

export interface Engine<C> {
  supergraph: string;
  /** What clients see: without join__ machinery and @inaccessible parts. */
  schema: GraphQLSchema;
  subgraphs: Subgraph[];
  execute(request: EngineRequest<C>): Promise<ExecutionResult>;
  /** The same for a host that writes JSON: the answer's text where it is plain, and its objects where it has errors. */
  answer(request: EngineRequest<C>): Promise<ExecutionResult | string>;
  /** Makes a subscription ready for its events, which the caller gets from its source. */
  subscribe(request: EngineRequest<C>): Promise<Subscription<C> | readonly GraphQLError[]>;
  /** Plans and compiles, for a caller who may see everything, without asking anybody; throws what a request would be refused with. */
  rehearse(request: Omit<EngineRequest<C>, 'context'>): Promise<void>;
  /** How many operations are kept ready. */
  operationsKept(): number;
}

/** Hears why an operation found no plan, which clients do not. */
export type PlanningFailure = (cause: unknown, operation: string) => void;

export interface EngineOptions<C> {
  supergraph: string;
  send: SendToSubgraph<C>;
  /**
   * The scopes by which `@requiresScopes` is judged; null for a caller without a token, who sees nothing that is
   * `@authenticated`. Without this nobody has a token.
   */
  grantedTo?: (context: C) => Granted;
  /** By subgraph name, in place of the supergraph's own. */
  urls?: Record<string, string>;
  onPlanningFailure?: PlanningFailure;
  /**
   * The codes of subgraphs' errors that were meant for clients. Of any other error clients hear its code and subgraph,
   * and not what it says. Without it they hear all but stack traces.
   */
  refusals?: ReadonlySet<string>;
  /**
   * Asks subgraphs for the ids of entities although no client does, so that it is known exactly what an answer depends on.
   */
  asksIds?: boolean;
  /** Hears how long a plan took to make. */
  onPlanned?: (milliseconds: number) => void;
  /** Hears that a request has its plan, and when, by `performance.now()`, it began to wait for it. */
  onPlanWaited?: ((context: C, began: number) => void) | undefined;
}

const OPERATIONS_KEPT = 1000;

/** Makes one graph of many; throws where the supergraph makes no sense, so that a bad one never goes live. */
export function buildEngine<C>(options: EngineOptions<C>): Engine<C> {
  const supergraph = readSupergraph(options.supergraph, options.urls);
  const { schema, subgraphs, types } = supergraph;
  const {
    send,
    grantedTo = () => null,
    refusals,
    onPlanningFailure = () => {},
    onPlanned = () => {},
    asksIds = false,
    onPlanWaited,
  } = options;
  const walk = createWalk(types);
  const kit: PlanKit<C> = { supergraph, send, walk, asksIds, refusals, onPlanningFailure, onPlanned };
  const operations = new BoundedCache<Operation<C>>(OPERATIONS_KEPT);

  function prepare({ source, document, operationName }: Omit<EngineRequest<C>, 'context'>): Operation<C> {
    const key = JSON.stringify([operationName || null, source]);
    return operations.remember(key, () => prepareOperation(document, operationName, kit));
  }

  /** Fetches what the operation needs; what comes of it is read by one of the projections. */
  async function fetchAll(
    { planFor }: Operation<C>,
    asked: Asked,
    { context, signal, showPlan: isShown, provenance }: EngineRequest<C>,
  ): Promise<Fetched> {
    const trace = isShown ? new Trace() : undefined;
    const { variables } = asked;
    const began = onPlanWaited && performance.now();
    const plan = await planFor(asked);
    if (began !== undefined) onPlanWaited?.(context, began);
    trace?.planned();
    const fetched = nothingYet();
    const { tree, report, shared } = fetched;
    // Spelled out: an object that is spread into one with so many members costs microseconds.
    await plan?.run({ tree, report, shared, variables, context, signal, trace, provenance });
    if (trace) fetched.queryPlan = showPlan(plan?.node, trace);
    return fetched;
  }

  async function run(request: EngineRequest<C>, wanted: 'objects' | 'text'): Promise<ExecutionResult | string> {
    try {
      const operation = prepare(request);
      if (operation.definition.operation === OperationTypeNode.SUBSCRIPTION) return { errors: [notOneAnswer()] };
      const { errors, coerced } = coerceVariables(schema, operation.definition, request.variables);
      if (errors) return { errors };

      const asked = operation.askedWith(coerced, () => grantedTo(request.context));
      const fetched = await fetchAll(operation, asked, request);
      const answer = (wanted === 'text' ? toText : toObjects)(schema, operation, asked, fetched);
      const { provenance } = request;
      if (provenance && provenance.maxAge > 0 && (typeof answer === 'string' || !answer.errors)) {
        provenance.dependencies = operation.dependenciesFor(asked)(fetched.tree);
      }
      return answer;
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  async function subscribe(request: EngineRequest<C>): Promise<Subscription<C> | readonly GraphQLError[]> {
    try {
      const operation = prepare(request);
      const { errors, coerced } = coerceVariables(schema, operation.definition, request.variables);
      if (errors) return errors;

      const asked = operation.askedWith(coerced, () => grantedTo(request.context));
      const refused = refusedRoots(operation.shapeFor(asked));
      if (refused.length > 0) return refused;
      const plan = await operation.planFor(asked);
      return readySubscription(plan, coerced, refusals, async (plan, event, { context, signal }) => {
        const fetched = nothingYet();
        const { tree, report, shared } = fetched;
        await plan.run({ tree, report, shared, variables: coerced, context, signal, event });
        return toText(schema, operation, asked, fetched);
      });
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  async function rehearse(request: Omit<EngineRequest<C>, 'context'>): Promise<void> {
    const operation = prepare(request);
    const decided = { ...defaultsOf(operation.definition), ...request.variables };
    const asked = operation.askedWith(decided, () => EVERYTHING);
    await operation.planFor(asked);
    operation.textFor(asked);
  }

  return {
    supergraph: options.supergraph,
    schema,
    subgraphs,
    execute: async (request) => (await run(request, 'objects')) as ExecutionResult,
    answer: (request) => run(request, 'text'),
    subscribe,
    rehearse,
    operationsKept: () => operations.size,
  };
}
