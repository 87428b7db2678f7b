type Primitive = string | number | boolean;
/** What of a value may be written; undefined for a value that is none of its kind. */
type Kind = (value: unknown) => Primitive | undefined;

const LONGEST_REASON = 500;
const LONGEST_STACK = 4_000;

const matching =
  (pattern: RegExp): Kind =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;

/** An id, a code, a name that a program has: nothing that a person would write of another. */
const word = matching(/^[\w.:@/-]{1,128}$/);
const address = matching(/^https?:\/\/[^\s?#@]{1,256}$/);
const number: Kind = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
/** In words of ours alone; whatever may repeat a value of somebody's has no place here. */
const reason: Kind = (value) => (typeof value === 'string' ? cut(value, LONGEST_REASON) : undefined);

/** Where a mistake happened. The message above the frames goes: it may repeat any value. */
const FRAME = /^ {0,4}at (?:[\w$.<>#[\] ]{1,200} \()?\S{1,500}:\d+:\d+\)?$/;
const frames: Kind = (value) => {
  const known = typeof value === 'string' ? value.split('\n').filter((line) => FRAME.test(line)) : [];
  return cut(known.map((line) => line.trim()).join('\n'), LONGEST_STACK) || undefined;
};

const cut = (text: string, longest: number): string => (text.length > longest ? text.slice(0, longest) : text);

/**
 * All that may be told of something in a log line or a span, and in what form. What is not here is left out, whatever it
 * is. Never add what tells of a person: names, subjects of tokens, variables, arguments, headers, rows.
 */
const KINDS = {
  requestId: word,
  /** Of a GraphQL operation: its name, and the SHA-256 of its document. */
  operation: word,
  hash: word,
  outcome: word,
  code: word,
  status: number,
  milliseconds: number,
  /** For whom the caller acts, and with which application; never who it is. */
  organisation: word,
  client: word,
  subgraph: word,
  /** A part of a program that works by itself. */
  part: reason,
  supergraph: word,
  origin: reason,
  rehearsed: number,
  /** How many are registered, and of how many clients. */
  operations: number,
  clients: number,
  /** Of an access log: the number and the hash of its last row. */
  head: word,
  address,
  eventType: word,
  eventId: word,
  position: word,
  reason,
  errorType: word,
  errorCode: word,
  table: word,
  constraint: word,
  stack: frames,
} satisfies Record<string, Kind>;

export type Facts = { readonly [K in keyof typeof KINDS]?: Primitive | undefined };

const ALLOWED = new Map<string, Kind>(Object.entries(KINDS));

/** What of these facts may be told. */
export function allowed(facts: object): Record<string, Primitive> {
  const told: Record<string, Primitive> = {};
  for (const [key, given] of Object.entries(facts)) {
    const value = ALLOWED.get(key)?.(given);
    if (value !== undefined) told[key] = value;
  }
  return told;
}
