import type { KeyObject } from 'node:crypto';
import type { SecureContext } from 'node:tls';
import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { Agent, type Dispatcher } from 'undici';
import type { Caller } from '../../../shared/trust/caller.ts';
import { signRequest } from '../../../shared/trust/signed-request.ts';
import type { Subgraph } from '../../engine/subgraph.ts';
import { isTree, own } from '../../engine/tree.ts';

/** What a subgraph is asked for when its events are wanted. */
export interface StreamRequest {
  subgraph: Subgraph;
  body: string;
  caller: Caller;
  requestId?: string | undefined;
  /** The position behind which the events begin; without one, from now on. */
  after: string | undefined;
  signal: AbortSignal;
}

/** Opens one stream of events; throws Refusal, or whatever else kept it from being opened. */
export type OpenStream = (request: StreamRequest) => Promise<AsyncIterable<EventSourceMessage>>;

export interface StreamOpener {
  open: OpenStream;
  close(): Promise<void>;
}

/** The subgraph answered by GraphQL, and not with events: it does not want to be subscribed to. */
export class Refusal extends Error {
  /** As it came: a GraphQL answer without data. */
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('The subgraph refused.');
    this.answer = answer;
  }
}

/** To reconnect does not help: the same event would come again. */
export class EventTooLarge extends Error {}

export interface StreamLimits {
  /** After so many milliseconds without a byte a stream is broken; the hub's subgraphs send one at least each 10 s. */
  silence: number;
  /** Characters of one event. */
  largestEvent: number;
}

const LIMITS: StreamLimits = { silence: 30_000, largestEvent: 16 * 1024 * 1024 };

export interface OpenerOptions {
  /** By subgraph; one without a key gets unsigned requests. */
  keys: ReadonlyMap<string, KeyObject>;
  tls?: SecureContext | undefined;
  limits?: StreamLimits;
}

/** Opens streams over connections of their own, so that they take none from queries. Signed like every request. */
export function streamOpener({ keys, tls, limits = LIMITS }: OpenerOptions): StreamOpener {
  const { silence, largestEvent } = limits;
  const connect = { timeout: silence, secureContext: tls };
  const agent = new Agent({ headersTimeout: silence, bodyTimeout: silence, connect });

  return {
    async open({ subgraph: { name, url }, body, caller, requestId, after, signal }) {
      const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'text/event-stream' };
      const key = keys.get(name);
      if (key) headers.authorization = signRequest(key, name, body, caller, requestId);
      if (after !== undefined) headers['last-event-id'] = after;

      const { origin, pathname, search } = new URL(url);
      const path = pathname + search;
      const response = await agent.request({ origin, path, method: 'POST', headers, body, signal });
      const type = String(response.headers['content-type'] ?? '');
      if (response.statusCode === 200 && type.startsWith('text/event-stream')) {
        return messagesIn(response.body, largestEvent);
      }
      const answer = await answerIn(response.body, largestEvent);
      const isWord = response.statusCode < 500 && response.statusCode !== 401; // 401 is about the gateway's signature
      if (isWord && isTree(answer) && Array.isArray(own(answer, 'errors'))) throw new Refusal(answer);
      throw new Error(`${name} answered ${response.statusCode} ${type}, which is no stream of events.`);
    },
    close: () => agent.destroy(),
  };
}

async function* messagesIn(body: AsyncIterable<Buffer>, largestEvent: number): AsyncGenerator<EventSourceMessage> {
  const decoder = new TextDecoder();
  let messages: EventSourceMessage[] = [];
  let isTooLarge = false;
  const parser = createParser({
    maxBufferSize: largestEvent,
    onEvent(message) {
      if (message.data.length > largestEvent) isTooLarge = true;
      else messages.push(message);
    },
    onError({ type }) {
      if (type === 'max-buffer-size-exceeded') isTooLarge = true;
    },
  });
  // Nothing is read while an event is being worked on, so that the subgraph waits for us and not our memory for it.
  for await (const chunk of body) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    const complete = messages;
    messages = [];
    yield* complete;
    if (isTooLarge) throw new EventTooLarge(`An event has more than ${largestEvent} characters.`);
  }
}

async function answerIn(body: Dispatcher.ResponseData['body'], largest: number): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largest) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
