/** A place in the hub's log of events, as its decimal string says it. */
export type Position = bigint;

const DECIMAL = /^\d{1,30}$/;

/** Undefined for what is no position, as the ids of other hubs' events may be. */
export const positionOf = (text: unknown): Position | undefined =>
  typeof text === 'string' && DECIMAL.test(text) ? BigInt(text) : undefined;
