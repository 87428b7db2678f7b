import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { AnswerCache } from '../cache/answer-cache.ts';
import { answerThroughCache } from '../cache/answer-through-cache.ts';
import type { Fare } from '../cache/watch.ts';
import { wishOf } from '../cache/wish.ts';
import type { Engine, EngineRequest } from '../engine/engine.ts';
import type { Provenance } from '../engine/provenance.ts';
import { type Admission, Gate } from '../limits/admission.ts';
import type { OperationAnswered, Outcome } from '../metrics/operation-metrics.ts';
import { type Answered, isData, outcomeOf, statusOf, write } from './answered.ts';
import { DocumentSource, type Registration } from './document-source.ts';
import { Documents } from './documents.ts';
import { HttpProblem } from './http-problem.ts';
import { type MediaType, mediaTypeFor } from './media-type.ts';
import type { PersistedQueries } from './persisted-queries.ts';
import { Questions, type Read, type ReadBody } from './questions.ts';
import { type RecordedOperation, RecordedOperations } from './recorded-operations.ts';
import { RequestEnd } from './request-end.ts';

/** Why an operation cannot be run: the graph does not have what it asks for, or the planner finds no way. */
export interface Obstacle {
  kind: 'invalid' | 'unplannable';
  reason: string;
}

/** Where answers are kept, and for whom. */
export interface Caching<C> {
  cache: AnswerCache;
  /** Equal for callers who would get equal answers, and only for them. */
  audienceOf(context: C): string;
  onFare?(fare: Fare): void;
}

/** What became of a request over HTTP. */
export interface RequestEnded<C> {
  outcome: Outcome;
  milliseconds: number;
  status: number;
  /** Undefined where the request was none of GraphQL's, or came too soon. */
  asked: Read | undefined;
  context: C;
}

export type RequestAnswered<C> = (ended: RequestEnded<C>) => void;

export interface GraphQLOptions<C = unknown> {
  /**
   * After so many milliseconds a query is answered with what has come. A mutation is not: each of its requests has a
   * deadline of its own.
   */
  queryDeadline?: number;
  /** Whether a request sees its plan where it asks for it. */
  showsPlans?: boolean;
  onAnswered?: OperationAnswered;
  onRequest?(ended: RequestEnded<C>): void;
  /** Given by a host that has another graph before or after: a hash means the same document in each. */
  persisted?: PersistedQueries;
  caching?: Caching<C> | undefined;
  /** What callers may ask. */
  admission?: Admission<C>;
  /** Which operations are known beforehand. */
  registration?: Registration<C> | undefined;
}

const QUERY_DEADLINE_MS = 30_000;
/** With `1`, a request asks to see its plan. */
export const PLAN_HEADER = 'hub-query-plan';

/** A subscription has no one answer. */
const howToSubscribe = (): Answered => {
  const message = 'Subscribe with `accept: text/event-stream`, or over WebSocket (graphql-transport-ws).';
  return { result: { errors: [new GraphQLError(message, { extensions: { code: 'SUBSCRIPTION_OVER_HTTP' } })] } };
};

/** Answers GraphQL over HTTP by its specification: POST with JSON, GET for queries, errors with the status they have. */
export class GraphQLOverHttp<C> {
  readonly #engine: Engine<C>;
  readonly documents: Documents;
  readonly questions: Questions<C>;
  readonly showsPlans: boolean;
  readonly #queryDeadline: number;
  readonly #onAnswered: OperationAnswered;
  readonly #onRequest: RequestAnswered<C>;
  readonly #caching: Caching<C> | undefined;
  /** What clients ask: what has been answered, in whatever way. */
  readonly recorded = new RecordedOperations();

  constructor(engine: Engine<C>, options: GraphQLOptions<C> = {}) {
    this.#engine = engine;
    this.#queryDeadline = options.queryDeadline ?? QUERY_DEADLINE_MS;
    this.#onAnswered = options.onAnswered ?? (() => {});
    this.#onRequest = options.onRequest ?? (() => {});
    this.#caching = options.caching;
    this.showsPlans = options.showsPlans ?? false;
    const gate = new Gate(options.admission);
    this.documents = new Documents(engine, gate.document);
    const sources = new DocumentSource(options.persisted, options.registration);
    this.questions = new Questions({ documents: this.documents, sources, gate });
  }

  answer(request: IncomingMessage, response: ServerResponse, readBody: ReadBody, context: C): Promise<void> {
    return this.answerTo(() => this.questions.ask(request, readBody, context), request, response, context);
  }

  /** @param ask - reads the question, once */
  async answerTo(
    ask: () => Promise<Read>,
    request: IncomingMessage,
    response: ServerResponse,
    context: C,
  ): Promise<void> {
    const began = performance.now();
    const end = new RequestEnd(response);
    let outcome: Outcome = 'failed';
    let type: MediaType = 'application/json';
    let asked: Read | undefined;
    try {
      type = mediaTypeFor(request.headers.accept);
      asked = await ask();
      const { result, headers } = await this.run(asked, request, context, end);
      outcome = response.destroyed ? 'abandoned' : outcomeOf(result);
      if (response.destroyed) return;
      const body = typeof result === 'string' || Buffer.isBuffer(result) ? result : JSON.stringify(result);
      write(response, type, statusOf(result, type), body, headers);
    } catch (error) {
      if (!(error instanceof HttpProblem)) throw error;
      outcome = 'refused';
      for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
      write(response, type, error.status, JSON.stringify({ errors: [error.toError()] }));
    } finally {
      end.release();
      const milliseconds = performance.now() - began;
      this.#onAnswered(outcome, milliseconds);
      this.#onRequest({ outcome, milliseconds, status: response.statusCode, asked, context });
    }
  }

  /** Makes an operation ready without running it; says what is in the way, if anything is. */
  async rehearse({ source, operationName, variables }: RecordedOperation): Promise<Obstacle | null> {
    const { document, errors } = this.documents.check(source);
    if (!document) return { kind: 'invalid', reason: errors.map(({ message }) => message).join(' ') };
    try {
      await this.#engine.rehearse({ source, document, operationName, variables });
      return null;
    } catch (error) {
      const isKnown = error instanceof GraphQLError && error.extensions.code !== 'PLANNING_FAILED';
      return { kind: isKnown ? 'invalid' : 'unplannable', reason: error instanceof Error ? error.message : `${error}` };
    }
  }

  /** Runs a query or mutation, from whatever transport it came. */
  async run(
    asked: Read,
    { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
    context: C,
    end: RequestEnd,
  ): Promise<Answered> {
    if ('errors' in asked) return { result: asked };
    const { source, document, operationName, variables, kind, cost } = asked;
    try {
      if (kind === OperationTypeNode.SUBSCRIPTION && this.#engine.schema.getSubscriptionType()) return howToSubscribe();
      if (kind !== OperationTypeNode.MUTATION) end.after(this.#queryDeadline);
      else if (method === 'GET') {
        throw new HttpProblem(405, 'METHOD_NOT_ALLOWED', 'A mutation is sent with POST.', { allow: 'POST' });
      }
      const showPlan = this.showsPlans && headers[PLAN_HEADER] === '1';
      const { signal } = end;
      const engineRequest = { source, document, operationName, variables, context, signal, showPlan };
      const answered = await this.#answer(engineRequest, cost, kind === OperationTypeNode.MUTATION, headers);
      if (isData(answered.result)) this.recorded.note(source, operationName, variables);
      else if (typeof answered.result === 'object' && 'errors' in answered.result && answered.result.errors) {
        return { ...answered, result: { errors: this.questions.shown(answered.result.errors, context) } };
      }
      return answered;
    } catch (error) {
      if (error instanceof GraphQLError) return { result: { errors: [error] } };
      throw error;
    }
  }

  async #answer(
    request: EngineRequest<C>,
    cost: number,
    isMutation: boolean,
    headers: IncomingMessage['headers'],
  ): Promise<Answered> {
    const execute = (provenance?: Provenance) => {
      this.questions.charge(cost, request.context); // an answer that is kept costs no more than the question
      return this.#engine.answer(provenance ? { ...request, provenance } : request);
    };
    if (!this.#caching) return { result: await execute() };
    const { cache, audienceOf, onFare } = this.#caching;
    const answered = await answerThroughCache(cache, {
      graph: this,
      asked: { ...request, audience: audienceOf(request.context) },
      wish: wishOf(headers),
      passesBy: isMutation ? 'bypass-mutation' : request.showPlan ? 'bypass-plan' : undefined,
      execute: async (provenance) => execute(provenance),
    });
    onFare?.(answered.fare);
    return answered;
  }
}
