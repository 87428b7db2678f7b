import { createHash, randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll } from '@jest/globals';
import { CHAINED_ROWS, type ChainedRow } from '../../shared/access-log/chain.ts';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey, tokenIdOf } from '../../shared/trust/signed-request.ts';
import { sql } from './events.ts';
import { testDatabase } from './postgres.ts';
import { type Answer, SubgraphUnderTest } from './subgraph.ts';

/** A subgraph as its gateway reaches it: over HTTP, with signed requests. */
export class ServedSubgraph<C extends RequestContext> extends SubgraphUnderTest<C> {
  /** Of the last request. */
  jti: string | null = null;
  operationHash = '';
  readonly #name: string;
  readonly #key = subgraphKey(randomBytes(32).toString('base64url'));
  #server: Server;
  #noted = 0;

  constructor(subgraph: Subgraph<C>) {
    super(subgraph);
    this.#name = subgraph.name;
    beforeAll(async () => {
      const { running: orm } = this;
      const { schema } = await subgraph.build(); // of its own: what is served is watched
      this.#server = await serveSubgraph({ subgraph, schema, orm, key: this.#key, port: 0 });
    });
    afterAll(() => new Promise((resolve) => this.#server.close(resolve)));
  }

  async request(query: string, variables: object, caller: Caller, requestId?: string) {
    const body = JSON.stringify({ query, variables });
    const authorization = signRequest(this.#key, this.#name, body, caller, requestId);
    this.jti = tokenIdOf(authorization);
    this.operationHash = createHash('sha256').update(query).digest('hex');
    const { port } = this.#server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
  }

  /** The answer to a request over HTTP. */
  async answer(query: string, variables: object, caller: Caller): Promise<Answer> {
    return (await this.request(query, variables, caller)).json() as Promise<Answer>;
  }

  /** Forgets what the access log holds by now. */
  async forgetAccesses(): Promise<void> {
    this.#noted = (await this.log()).length;
  }

  /** What the access log holds since then. */
  async accesses(): Promise<ChainedRow[]> {
    return (await this.log()).slice(this.#noted);
  }

  /** The whole access log. */
  async log(): Promise<ChainedRow[]> {
    return this.orm.em.fork().execute<ChainedRow[]>(CHAINED_ROWS);
  }

  /** Runs a statement as a superuser, past triggers. */
  async asSuperuser(statement: string): Promise<void> {
    const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
    url.pathname = new URL(await testDatabase(this.#name)).pathname;
    await sql(url.href, `set session_replication_role = replica; ${statement}`);
  }
}
