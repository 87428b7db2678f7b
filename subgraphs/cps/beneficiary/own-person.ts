import { NIL } from 'uuid';
import type { Caller } from '../../../shared/trust/caller.ts';
import type { Beneficiary } from './beneficiary.ts';

const PERSON = /(?:^|#)Beneficiary_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The one person whom a DATA_SUBJECT caller may see, which is the caller: to them, others look as if there were none. Null
 * for callers of other purposes.
 */
export function ownPersonOf({ purpose, subject }: Caller): string | null {
  if (purpose !== 'DATA_SUBJECT') return null;
  return PERSON.exec(subject)?.[1] ?? NIL;
}

/** The condition for the people whom a caller may see; whose they are beside that, row-level security says. */
export const visibleTo = (caller: Caller): Partial<Pick<Beneficiary, 'uuid'>> => {
  const uuid = ownPersonOf(caller);
  return uuid === null ? {} : { uuid };
};
