import { DomainError } from '../../../shared/errors/domain-error.ts';

/** The conditions on which a manufactory's next step may depend. */
export type Guard =
  | 'status'
  | 'supportPhase'
  | 'order'
  | 'idea'
  | 'department'
  | 'budget'
  | 'legalFormAdvice'
  | 'identifier'
  | 'extendedBefore';

/** Refuses a step whose condition does not hold; the message says what would satisfy it. */
export function guard(guard: Guard, holds: boolean, id: string, message: string): void {
  if (!holds) throw new DomainError('CONFLICT', message, { guard, id });
}
