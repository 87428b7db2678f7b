import { type Caller, grantedScopes, isAnonymous } from '../../shared/trust/caller.ts';

/** By what the engine judges what this caller may see; null where nobody knows who asks. */
export const grantedTo = ({ caller }: { caller: Caller }): ReadonlySet<string> | null =>
  isAnonymous(caller) ? null : grantedScopes(caller);
