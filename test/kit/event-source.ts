import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createParser } from 'eventsource-parser';

export interface Received {
  event: string | undefined;
  id: string | undefined;
  data: { data?: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string } }[] };
}

/** A reader of server-sent events that shows all that comes over the wire, and can stop reading. */
export class EventSourceReader {
  readonly received: Received[] = [];
  text = '';
  status = 0;
  lastEventId: string | undefined;
  isClosed = false;
  response: IncomingMessage | undefined;
  readonly #request: ClientRequest;

  constructor(url: string, body: object, headers: Record<string, string> = {}) {
    const parser = createParser({
      onId: (id) => {
        this.lastEventId = id;
      },
      onEvent: ({ event, id, data }) => this.received.push({ event, id, data: JSON.parse(data) }),
    });
    const asked = { 'content-type': 'application/json', accept: 'text/event-stream', ...headers };
    this.#request = request(url, { method: 'POST', headers: asked }, (response) => {
      this.response = response;
      this.status = response.statusCode ?? 0;
      response.setEncoding('utf8').on('data', (text) => {
        this.text += text;
        parser.feed(text);
      });
      response.on('close', () => {
        this.isClosed = true;
      });
    });
    this.#request.on('error', () => {
      this.isClosed = true;
    });
    this.#request.end(JSON.stringify(body));
  }

  get answers(): Received[] {
    return this.received.filter(({ event }) => event === 'next');
  }

  get codes(): string[] {
    return this.received.flatMap(({ data }) => data.errors?.map(({ extensions }) => extensions.code) ?? []);
  }

  close(): void {
    this.#request.destroy();
  }
}
