const LONGEST = 200;

/** A value of the client's as a message may repeat it: no longer than a person reads. */
export const echo = (value: string): string => (value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
