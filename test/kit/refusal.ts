import { DomainError } from '../../shared/errors/domain-error.ts';

/** The refusal that an act ends with; null where it is not refused. */
export function refusal(act: () => unknown): DomainError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
