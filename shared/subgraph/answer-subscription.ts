import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import Negotiator from 'negotiator';
import { maskBugs } from '../errors/mask-bugs.ts';
import type { PositionedEvent } from '../events/event-log.ts';
import type { LogTail } from '../events/log-tail.ts';
import { errorFacts } from '../log/error-facts.ts';
import { log } from '../log/log.ts';
import { toPosition } from '../subscription/event-position.ts';
import { Happenings } from '../subscription/happenings.ts';
import { EventStream } from './event-stream.ts';
import { NoSubscription, readSubscription } from './read-subscription.ts';
import type { RequestContext } from './subgraph.ts';

const BEAT_MS = 10_000;

export interface SubscriptionOptions<C extends RequestContext> {
  schema: GraphQLSchema;
  /** A new one each time. */
  context: () => C;
  /** Undefined where the subgraph hears of no events. */
  tail: LogTail | undefined;
  /** Ends all streams. */
  stopping: AbortSignal;
  /** Runs what reads for an event, and gives its answer when it may be sent. */
  logged: <T>(act: () => Promise<T>) => Promise<T>;
}

/** Whether the client prefers a stream to one answer. */
export const wantsStream = (request: IncomingMessage): boolean =>
  new Negotiator(request).mediaType(['application/json', 'text/event-stream']) === 'text/event-stream';

/**
 * Answers a subscription for as long as somebody reads: one `next` for each event, and now and then the `position` up
 * to which nothing is missing. A stream that ends without `complete` may be taken up again from there.
 */
export async function answerSubscription<C extends RequestContext>(
  { schema, context, tail, stopping, logged }: SubscriptionOptions<C>,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  if (response.destroyed) return;
  const ending = new AbortController();
  const end = (): void => ending.abort();
  response.once('close', end);
  stopping.addEventListener('abort', end, { once: true });
  if (stopping.aborted) end();

  const stream = new EventStream(response, ending.signal);
  let beat: NodeJS.Timeout | undefined;
  try {
    const operation = { schema, ...readSubscription(schema, body) };
    const happenings = new Happenings(tail, positionIn(request), ending.signal);
    const source = await createSourceEventStream({ ...operation, contextValue: { ...context(), happenings } });
    if (!(Symbol.asyncIterator in source)) throw new NoSubscription(source.errors ?? []);

    await stream.send('position', {}, happenings.position);
    beat = setInterval(() => {
      if (!stream.isFull && !ending.signal.aborted) stream.send('position', {}, happenings.position).catch(end);
    }, BEAT_MS).unref();
    for await (const happened of source as AsyncIterable<PositionedEvent>) {
      const answer = async () => execute({ ...operation, rootValue: happened, contextValue: context() });
      const { data, errors } = await logged(answer);
      const { position, event } = happened;
      const extensions = { event: { position: String(position), time: event.time } };
      await stream.send('next', { data, ...(errors ? { errors: errors.map(masked) } : {}), extensions }, position);
    }
  } catch (error) {
    if (!ending.signal.aborted && isForGood(error)) await refuse(stream, error).catch(end);
    else if (!ending.signal.aborted) log.warn('a subscription breaks off', errorFacts(error));
  } finally {
    clearInterval(beat);
    stopping.removeEventListener('abort', end);
    response.off('close', end);
    if (!response.destroyed) response.end();
  }
}

/** Whatever else breaks a stream, such as a database that is away, may be over when it is taken up again. */
const isForGood = (error: unknown): boolean => error instanceof NoSubscription || error instanceof GraphQLError;

async function refuse(stream: EventStream, error: unknown): Promise<void> {
  const errors = error instanceof NoSubscription ? error.errors : [error];
  await stream.send('next', { errors: errors.map(masked) });
  await stream.send('complete');
}

function positionIn({ headers }: IncomingMessage): bigint | null {
  const id = headers['last-event-id'];
  return id === undefined || id === '' ? null : toPosition(id);
}

/** Variables that do not fit are refused before there is a path; what lacks a code besides is a bug. */
function masked(error: unknown): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return maskBugs({ message: '' }, error);
  const code = error.path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT';
  return maskBugs({ ...error.toJSON(), extensions: { code, ...error.extensions } }, error);
}
