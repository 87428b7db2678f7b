import type { GraphQLFormattedError } from 'graphql';
import { MISTAKE } from '../../shared/errors/mistake.ts';

/** Why a subscription ends or never begins, for people and programs. */
const ending = (code: string, message: string, more: Record<string, unknown> = {}): GraphQLFormattedError => ({
  message,
  extensions: { code, ...more },
});

export const unavailable = (service: string): GraphQLFormattedError =>
  ending('SUBGRAPH_UNAVAILABLE', `The subgraph "${service}" cannot be reached. Subscribe again later.`, { service });

export const interrupted = (service: string): GraphQLFormattedError =>
  ending(
    'SUBSCRIPTION_INTERRUPTED',
    `The events of the subgraph "${service}" broke off, and some may be lost. Subscribe again, and ask for the state.`,
    { service },
  );

export const invalid = (reasons: readonly string[]): GraphQLFormattedError =>
  ending(
    'SUBSCRIPTION_INVALID',
    `The graph has changed, and the subscription is no longer valid. ${reasons.join(' ')}`,
  );

export const tokenEnded = (): GraphQLFormattedError =>
  ending('TOKEN_EXPIRED', 'The token has ended, and the subscription with it. Subscribe again with a new one.');

export const tooManyInAll = (limit: number): GraphQLFormattedError =>
  ending('TOO_MANY_SUBSCRIPTIONS', `This gateway serves ${limit} subscriptions, and no more. Try again later.`);

export const tooManyOfOne = (limit: number): GraphQLFormattedError =>
  ending('TOO_MANY_SUBSCRIPTIONS', `One connection has ${limit} subscriptions, and no more. End one, or open another.`);

export const tooSlow = (): GraphQLFormattedError =>
  ending(
    'SUBSCRIBER_TOO_SLOW',
    'More answers wait than may. Subscribe again from the last position, and read faster or ask for less.',
  );

export const badPosition = (): GraphQLFormattedError =>
  ending('BAD_USER_INPUT', 'A position is a decimal number, as `extensions.event.position` of an answer says it.');

export const mistake = (): GraphQLFormattedError => ending('INTERNAL_SERVER_ERROR', MISTAKE);
