import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request for a stream of events. */
export interface StreamAsked {
  query: string;
  variables: Record<string, unknown>;
  lastEventId: string | undefined;
  authorization: string | undefined;
}

interface Stream {
  response: ServerResponse;
  asked: StreamAsked;
}

/** A subgraph that keeps a log of events and sends it over HTTP as the hub's own do; it can break in many ways. */
export class FakeEventSubgraph {
  readonly asked: StreamAsked[] = [];
  readonly #streams = new Set<Stream>();
  readonly #log: { position: number; data: object; time: string }[] = [];
  #server: Server;
  #port = 0;
  #position = 10;
  /** Without them nobody can resume, as with a subgraph that is not the hub's. */
  hasPositions = true;
  /** In place of a stream. */
  refusal: { status: number; body: string } | undefined;
  /** Answers requests that are not for a stream. */
  onQuery: (query: string, variables: Record<string, unknown>) => object | Promise<object> = () => ({ data: {} });
  /** How many events a stream gives before it breaks. */
  breaksAfter: () => number = () => Number.POSITIVE_INFINITY;

  get url(): string {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  get open(): number {
    return this.#streams.size;
  }

  get position(): number {
    return this.#position;
  }

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
    return this;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Something happened: all who follow hear of it. */
  emit(data: object): number {
    const position = ++this.#position;
    this.#log.push({ position, data, time: new Date().toISOString() });
    for (const stream of this.#streams) this.#send(stream, position - 1);
    return position;
  }

  /** Writes to each stream as it stands. */
  write(text: string): void {
    for (const { response } of this.#streams) response.write(text);
  }

  /** Breaks every stream without a word. */
  break(): void {
    for (const { response } of this.#streams) response.destroy();
    this.#streams.clear();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { query, variables = {} } = JSON.parse(body);
    if (!request.headers.accept?.includes('text/event-stream')) {
      response.setHeader('content-type', 'application/json');
      return void response.end(JSON.stringify(await this.onQuery(query, variables)));
    }
    const lastEventId = request.headers['last-event-id'] as string | undefined;
    const asked = { query, variables, lastEventId, authorization: request.headers.authorization };
    this.asked.push(asked);
    if (this.refusal) {
      response.writeHead(this.refusal.status, { 'content-type': 'application/json' });
      return void response.end(this.refusal.body);
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const begin = Number(lastEventId ?? variables.after ?? this.#position);
    if (this.hasPositions) response.write(`event: position\nid: ${begin}\ndata: {}\n\n`);
    else response.write(':\n\n');
    const stream = { response, asked };
    this.#streams.add(stream);
    response.once('close', () => this.#streams.delete(stream));
    this.#send(stream, begin);
  }

  #send(stream: Stream, after: number): void {
    let left = this.breaksAfter();
    for (const { position, data, time } of this.#log.slice(Math.max(0, after - 10))) {
      if (position <= after) continue;
      if (left-- <= 0) {
        this.#streams.delete(stream);
        stream.response.destroy();
        return;
      }
      const id = this.hasPositions ? `id: ${position}\n` : '';
      const payload = {
        data: named(data, stream.asked.query),
        extensions: { event: { position: `${position}`, time } },
      };
      stream.response.write(`event: next\n${id}data: ${JSON.stringify(payload)}\n\n`);
    }
  }
}

/** Under the keys by which the gateway asks. */
const named = (data: object, query: string): object =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [new RegExp(`(\\w+): ?${name}\\b`).exec(query)?.[1] ?? name, value]),
  );
