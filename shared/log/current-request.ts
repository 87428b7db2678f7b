import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Span } from '../telemetry/tracer.ts';

/** A request on its way through the hub. */
export interface CurrentRequest {
  /** The same in every program that takes part, in its log and in what its caller is told of a mistake. */
  id: string;
  /** Where traces are kept. */
  span?: Span | undefined;
}

export const REQUEST_ID_HEADER = 'x-request-id';
const PLAUSIBLE = /^[A-Za-z0-9_-]{1,64}$/;

const current = new AsyncLocalStorage<CurrentRequest>();

/** What is done from here on, in this function and in those that it calls, is done for this request. */
export const enterRequest = (request: CurrentRequest): void => current.enterWith(request);

/** In a subgraph; the gateway hands the request on by its context, for there this would cost more than all else. */
export const currentRequest = (): CurrentRequest | undefined => current.getStore();

/** Gives a request the id that it brings, where that is one, or a new one, and tells it to the client. */
export function nameRequest({ headers }: IncomingMessage, response: ServerResponse): void {
  const given = headers[REQUEST_ID_HEADER];
  response.setHeader(REQUEST_ID_HEADER, typeof given === 'string' && PLAUSIBLE.test(given) ? given : randomUUID());
}

/** The id that a request was given. */
export function requestIdOf(response: ServerResponse): string | undefined {
  const id = response.getHeader(REQUEST_ID_HEADER);
  return typeof id === 'string' ? id : undefined;
}
