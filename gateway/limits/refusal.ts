import { GraphQLError } from 'graphql';

/** Every way in which a request may be refused for what it asks or how, before anything of it is executed. */
export const REQUEST_REFUSALS = [
  'PAYLOAD_TOO_LARGE',
  'TOO_MANY_TOKENS',
  'TOO_DEEP',
  'TOO_MANY_FIELDS',
  'TOO_MANY_ROOT_FIELDS',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_COSTLY',
  'RATE_LIMITED',
  'BATCH_REFUSED',
  'OPERATION_NOT_REGISTERED',
  'INTROSPECTION_OFF',
  'CROSS_SITE',
  'HOST_NOT_KNOWN',
] as const;

export type Refusal = (typeof REQUEST_REFUSALS)[number];

/** Hears of each refusal, for whoever counts them. */
export type OnRefused = (code: Refusal) => void;

/** With the facts that a program needs to ask for less. */
export const refusal = (code: Refusal, message: string, facts: Record<string, unknown> = {}): GraphQLError =>
  new GraphQLError(message, { extensions: { ...facts, code } });

/** The refusal that an error is, if it is one. */
export function refusalOf(code: unknown): Refusal | undefined {
  return REQUEST_REFUSALS.find((known) => known === code);
}
