import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DIGITS = /^\d{1,19}$/;
/** What a position is in the log: a 64-bit number. */
const LAST = 2n ** 63n - 1n;

/** Throws for what is no position. */
export function toPosition(value: unknown): bigint {
  const position = typeof value === 'string' && DIGITS.test(value) ? BigInt(value) : null;
  if (position !== null && position <= LAST) return position;
  throw new GraphQLError(
    'An EventPosition is a string of digits, as the `position` of an earlier event was: take it from there, or leave it out.',
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
}

export const EventPosition = new GraphQLScalarType<bigint, string>({
  name: 'EventPosition',
  description: "A position in the hub's log of events, as a string of digits; a later event has a higher one.",
  serialize: String,
  parseValue: toPosition,
  parseLiteral: (node) => toPosition(node.kind === Kind.STRING ? node.value : undefined),
});
