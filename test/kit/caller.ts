import { ANONYMOUS, type Caller } from '../../shared/trust/caller.ts';

/** Somebody with a token, who may do what `rights` say and no more. */
export const someone = (rights: Partial<Caller> = {}): Caller => ({ ...ANONYMOUS, subject: 'someone', ...rights });
