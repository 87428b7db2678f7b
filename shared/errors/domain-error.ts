import { GraphQLError } from 'graphql';

/** Why a caller is refused; programs decide by it. */
export type DomainCode = 'NOT_FOUND' | 'FORBIDDEN' | 'INVALID' | 'CONFLICT';

/**
 * A refusal that the caller can act on: the message is for a person, the code for a program, the facts (ids, limits)
 * for both. Anything else that a resolver throws is a bug of ours, and callers see it only as INTERNAL_SERVER_ERROR.
 */
export class DomainError extends GraphQLError {
  constructor(code: DomainCode, message: string, facts: Record<string, unknown> = {}) {
    super(message, { extensions: { ...facts, code } });
    this.name = new.target.name;
  }
}

/** The given values break a rule; `field` names the one to change, where it is one. */
export class Invalid extends DomainError {
  readonly field: string | undefined;

  constructor(message: string, facts: Record<string, unknown> & { field?: string } = {}) {
    super('INVALID', message, facts);
    this.field = facts.field;
  }
}
