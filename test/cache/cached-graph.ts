import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerCache, type CacheOptions } from '../../gateway/cache/answer-cache.ts';
import { sharersSince, tellTouches } from '../../gateway/cache/tell-touches.ts';
import { buildEngine, type SubgraphRequest, type SubgraphResponse } from '../../gateway/engine/engine.ts';
import { GraphQLOverHttp } from '../../gateway/graphql-over-http/answer-graphql.ts';
import { shareInFlight } from '../../gateway/subgraph-client/share-in-flight.ts';
import { readBody } from '../../shared/http/read-body.ts';
import { serveHttp } from '../../shared/http/serve-http.ts';
import { buildGraph, composeGraph, type TestContext, type TestSubgraph } from '../federation/graph.ts';

export interface CachedAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  data: any;
  errors: { extensions: { code: string; service: string } }[] | undefined;
  extensions: { stale?: { service: string; since: string } } | undefined;
  /** `hit`, or why not. */
  status: string | null;
  age: string | null;
}

/** A graph of subgraphs in this process, behind the gateway's way to answer and its cache. */
export class CachedGraph {
  readonly graph: ReturnType<typeof buildGraph>;
  readonly engine;
  readonly cache: AnswerCache;
  /** What a subgraph says of how long its answers may be kept. */
  cacheControl: Record<string, string | undefined> = {};
  /** What the next mutation is said to have touched. */
  touched: string | undefined;
  /** Waited for when a subgraph has read its answer and has not sent it. */
  onTheWay: () => Promise<void> = async () => {};
  /** How many requests the subgraphs had. */
  sent = 0;
  #server: Server;
  #http: GraphQLOverHttp<TestContext>;

  constructor(subgraphs: Record<string, TestSubgraph>, options: Partial<CacheOptions & { asksIds: boolean }> = {}) {
    this.graph = buildGraph(subgraphs);
    this.cache = new AnswerCache({ room: 1e6, hearsAll: () => true, ...options });
    this.engine = buildEngine<TestContext>({
      asksIds: options.asksIds ?? true,
      supergraph: composeGraph(subgraphs),
      send: shareInFlight(
        tellTouches((request) => this.#send(request), this.cache),
        sharersSince(this.cache, ({ user }) => `${user}`),
      ),
    });
  }

  async start(): Promise<void> {
    this.swap();
    this.#server = await serveHttp(0, (request, response) => {
      const user = request.headers.authorization ?? 'nobody';
      return this.#http.answer(request, response, () => readBody(request, 1e6), { user });
    });
  }

  /** Another graph goes live. */
  swap(): void {
    const caching = { cache: this.cache, audienceOf: ({ user }: TestContext) => `${user}` };
    this.#http = new GraphQLOverHttp(this.engine, { caching, showsPlans: true });
    this.cache.serve(this.#http);
  }

  stop(): void {
    this.#server.close();
  }

  async ask(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<CachedAnswer> {
    const response = await fetch(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Pick<CachedAnswer, 'data' | 'errors' | 'extensions'>;
    const status = response.headers.get('cache-status')?.replace(/^hub; (fwd=)?/, '') ?? null;
    return { ...answer, status, age: response.headers.get('age') };
  }

  async #send({ subgraph, url, body, kind, context }: SubgraphRequest<TestContext>): Promise<SubgraphResponse> {
    this.sent++;
    const { query, variables = {} } = JSON.parse(body);
    const text = await this.graph.reply(subgraph, { subgraph, kind, url, query, variables, context });
    await this.onTheWay();
    if (kind === 'mutation') return { text, cacheControl: 'no-store', touched: this.touched };
    return { text, cacheControl: subgraph in this.cacheControl ? this.cacheControl[subgraph] : 'max-age=60' };
  }
}
