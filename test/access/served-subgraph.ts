import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { serveSubgraph } from '../../shared/subgraph/serve.ts';
import type { RequestContext, Subgraph } from '../../shared/subgraph/subgraph.ts';
import type { Caller } from '../../shared/trust/caller.ts';
import { signRequest, subgraphKey } from '../../shared/trust/signed-request.ts';
import type { SubgraphUnderTest } from '../kit/subgraph.ts';
import type { AnsweredError } from './matrix.ts';

const key = subgraphKey(randomBytes(32).toString('base64url'));

/** A subgraph as its process serves it: over HTTP, to its gateway alone. */
export class ServedSubgraph {
  readonly #name: string;
  readonly #server: Server;

  private constructor(name: string, server: Server) {
    this.#name = name;
    this.#server = server;
  }

  static async start<C extends RequestContext>(
    subgraph: Subgraph<C>,
    { schema, running: orm }: SubgraphUnderTest<C>,
  ): Promise<ServedSubgraph> {
    return new ServedSubgraph(subgraph.name, await serveSubgraph({ subgraph, schema, orm, key, port: 0 }));
  }

  stop(): void {
    this.#server.close();
  }

  /** Asks as the gateway does for a caller. Throws where the subgraph takes it for somebody else. */
  send = async (query: string, caller: Caller): Promise<readonly AnsweredError[]> => {
    const body = JSON.stringify({ query });
    const { status, text } = await this.#post(body, signRequest(key, this.#name, body, caller));
    if (status === 401) throw new Error(text);
    return errorsIn(text);
  };

  /** Asks with nobody's word, with the gateway's word to another subgraph, and with one of a minute ago. */
  async sendWithoutTheGateway(query: string, caller: Caller): Promise<{ status: number; text: string }[]> {
    const body = JSON.stringify({ query });
    const elsewhere = signRequest(key, `not-${this.#name}`, body, caller);
    const words = [undefined, elsewhere, await this.#late(body, caller)];
    return Promise.all(words.map((word) => this.#post(body, word)));
  }

  async #late(body: string, { subject, scopes }: Caller): Promise<string> {
    const aMinuteAgo = Math.floor(Date.now() / 1000) - 60;
    const digest = createHash('sha256').update(body).digest('base64url');
    const claims = { iss: 'hub-gateway', aud: this.#name, sub: subject, scope: scopes.join(' '), body: digest };
    const times = { iat: aMinuteAgo - 30, exp: aMinuteAgo, jti: randomUUID() };
    const token = new SignJWT({ ...claims, ...times }).setProtectedHeader({ alg: 'HS256', typ: 'hub-request+jwt' });
    return `Bearer ${await token.sign(key)}`;
  }

  async #post(body: string, authorization: string | undefined): Promise<{ status: number; text: string }> {
    const { port } = this.#server.address() as AddressInfo;
    const headers = {
      'content-type': 'application/json',
      accept: body.startsWith('{"query":"subscription') ? 'text/event-stream' : 'application/json',
      ...(authorization ? { authorization } : {}),
    };
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body });
    return { status: response.status, text: await response.text() };
  }
}

/** A subscription that is refused says so in its first message, and is complete. */
function errorsIn(text: string): readonly AnsweredError[] {
  const json = text.startsWith('event: ') ? /^event: next\ndata: (.*)$/m.exec(text)?.[1] : text;
  return (JSON.parse(json ?? '{}') as { errors?: AnsweredError[] }).errors ?? [];
}
