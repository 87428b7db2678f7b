import type { ServerResponse } from 'node:http';
import type { GraphQLOverHttp } from '../graphql-over-http/answer-graphql.ts';
import { textOf } from '../graphql-over-http/answered.ts';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import { RequestEnd } from '../graphql-over-http/request-end.ts';

/** The client is gone: nobody is there to be told anything. */
export class HungUp extends Error {}

export interface Answer<T> {
  data?: T | null;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; service?: string } }[];
}

/** With these a subgraph says that there is nothing to see, for this caller or for anybody. */
const NOT_THERE = ['NOT_FOUND', 'INVALID', 'FORBIDDEN', 'UNAUTHENTICATED', 'GRAPHQL_VALIDATION_FAILED'];

/**
 * The graph as the caller of one request sees it, asked one question after another. Each question has the deadline of
 * any query, and the one under way is cut off when the client hangs up.
 */
export class OwnGraph<C> {
  readonly #http: GraphQLOverHttp<C>;
  readonly #context: C;
  readonly #response: ServerResponse;
  #underWay: RequestEnd | undefined;

  constructor(http: GraphQLOverHttp<C>, context: C, response: ServerResponse) {
    this.#http = http;
    this.#context = context;
    this.#response = response;
    response.once('close', () => this.#underWay?.cancel());
  }

  /**
   * Throws where anything is missing, for half a file looks like a whole one: NOT_FOUND in the words of `missing` where there is nothing
   * to see, else SUBGRAPH_UNAVAILABLE with what the graph says.
   *
   * @param isKept - whether the gateway's cache may take the answer from what it keeps, and keep it
   */
  async ask<T>(
    { query, missing, isKept }: { query: string; missing: string; isKept: boolean },
    variables: Record<string, unknown>,
  ): Promise<T> {
    const { data, errors } = await this.answer<T>(query, variables, isKept);
    if (data && !errors) return data;
    const { message = '', extensions } = errors?.[0] ?? {};
    if (NOT_THERE.includes(extensions?.code ?? '')) throw new HttpProblem(404, 'NOT_FOUND', missing);
    throw new HttpProblem(503, 'SUBGRAPH_UNAVAILABLE', `The release could not be read; ask again later. ${message}`);
  }

  /** What there is, and what is missing. */
  async answer<T>(query: string, variables: Record<string, unknown>, isKept: boolean): Promise<Answer<T>> {
    if (this.#response.destroyed) throw new HungUp();
    const end = new RequestEnd();
    this.#underWay = end;
    const headers = isKept ? {} : { 'cache-control': 'no-store' };
    const asked = this.#http.questions.own(query, variables);
    const answered = await this.#http.run(asked, { method: 'POST', headers }, this.#context, end);
    end.release();
    this.#underWay = undefined;
    if (this.#response.destroyed) throw new HungUp();

    return JSON.parse(textOf(answered));
  }
}
