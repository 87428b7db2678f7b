import type { GraphQLSchema } from 'graphql';
import type { Choices } from '../kit/choices.ts';

/** What goes over one connection to the gateway, to the byte, so that it can be sent again. */
export interface Shot {
  bytes: Buffer;
  /** What is sent behind them as soon as something came back. */
  later?: Buffer;
  /** Whose token is in it, by the name of the persona; what this one may see is all that the answer may have. */
  who: string;
  /** Whether it is one request in good HTTP, which has to be answered; else the connection may stay open or break. */
  isWhole: boolean;
  /** Whether its token is none, so that only a refusal is right. */
  mustBeRefused?: boolean;
}

/** What an attacker may know of the hub. */
export interface Known {
  schema: GraphQLSchema;
  /** Valid operations. */
  documents: readonly string[];
  ids: readonly string[];
  cursors: readonly string[];
  releases: readonly string[];
  /** By persona. */
  tokens: ReadonlyMap<string, string>;
}

export type Family = (choices: Choices, known: Known) => Shot;

export const ANYBODY = 'anonymous';

interface Request {
  method?: string;
  path?: string;
  headers?: readonly string[];
  body?: string | Buffer;
}

/** The bytes of a request, after which the gateway closes the connection. */
export function request({ method = 'POST', path = '/graphql', headers = [], body }: Request): Buffer {
  const length = body === undefined ? [] : [`content-length: ${Buffer.byteLength(body)}`];
  const lines = [`${method} ${path} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close', ...length, ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), Buffer.from(body ?? '')]);
}

/** A body that is much larger than it may be is refused while it is sent, and the refusal may be lost with the connection. */
const LARGE = 2 * 1024 * 1024;

export const JSON_BODY = 'content-type: application/json';

/** A question as a program asks it. */
export function question(body: string, who: string, { tokens }: Known, headers: readonly string[] = []): Shot {
  const bytes = request({ headers: [JSON_BODY, ...authorization(who, tokens), ...headers], body });
  return { bytes, who, isWhole: bytes.length < LARGE };
}

export function authorization(who: string, tokens: Known['tokens']): string[] {
  const token = tokens.get(who);
  return token ? [`authorization: Bearer ${token}`] : [];
}

/** Somebody, and nobody in half of all cases. */
export const somebody = (choices: Choices, { tokens }: Known): string =>
  choices.chance(50) ? ANYBODY : choices.pick([...tokens.keys()]);
