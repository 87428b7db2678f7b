import { type ExecutionResult, GraphQLError } from 'graphql';
import type { EventSource } from './plan/event-source.ts';
import { scrub } from './plan/scrub.ts';
import { answerOf, type SubgraphAnswer } from './plan/subgraph-answer.ts';
import { NoAnswer } from './plan/subgraph-call.ts';
import type { Plan } from './planning.ts';
import type { Shape } from './projection/shape.ts';
import { subgraphFailure } from './report/failures.ts';

/** On whose behalf an event is answered, and what ends the fetches for it. */
export interface EventRequest<C> {
  context: C;
  signal?: AbortSignal;
}

/** A subscription made ready: the engine answers events, and whoever holds this gets them from the source. */
export interface Subscription<C> {
  source: EventSource;
  /** As the schema reads them, defaults included. */
  variables: Record<string, unknown>;
  /** Fetches what the other subgraphs have to add to the event. Nothing of one event is left for the next. */
  answer(event: unknown, request: EventRequest<C>): Promise<ExecutionResult | string>;
  /** The errors of an event without data, with which a subgraph refuses or ends, as clients hear of them. */
  refusal(event: unknown): GraphQLError[];
}

/** Why a subscription is not run as a query is. */
export const notOneAnswer = (): GraphQLError =>
  new GraphQLError('A subscription has no one answer: it is subscribed to.', {
    extensions: { code: 'OPERATION_NOT_SUPPORTED' },
  });

/** Why the caller may not subscribe to this at all. */
export const refusedRoots = ({ fields }: Shape): GraphQLError[] =>
  fields.flatMap((field) => {
    if (field.kind !== 'refused') return [];
    const { message, extensions } = field.refusal;
    return new GraphQLError(message, { path: [field.key], extensions });
  });

/** Throws where nothing is subscribed to, because `@skip` and `@include` left nothing of it. */
export function readySubscription<C>(
  plan: Plan<C> | null,
  variables: Record<string, unknown>,
  refusals: ReadonlySet<string> | undefined,
  run: (plan: Plan<C>, event: SubgraphAnswer | NoAnswer, request: EventRequest<C>) => Promise<ExecutionResult | string>,
): Subscription<C> {
  if (!plan?.source) {
    const message = 'The conditions of the subscription leave nothing that it could subscribe to.';
    throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
  const { source } = plan;
  const { name } = source.subgraph;
  const read = (event: unknown): SubgraphAnswer | NoAnswer => {
    try {
      return scrub(answerOf(event), name, refusals);
    } catch (cause) {
      return new NoAnswer(cause);
    }
  };
  return {
    source,
    variables,
    answer: (event, request) => run(plan, read(event), request),
    refusal(event) {
      const answer = read(event);
      const errors = answer instanceof NoAnswer ? [] : answer.errors;
      return errors.map((error) => {
        const { message, extensions } = subgraphFailure(name, error, undefined);
        return new GraphQLError(message, { extensions });
      });
    },
  };
}
