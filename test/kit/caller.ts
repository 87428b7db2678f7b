import { ANONYMOUS, type Caller } from '../../shared/trust/caller.ts';

/** Somebody with a token, who may do what `rights` say and no more. */
export const someone = (rights: Partial<Caller> = {}): Caller => ({ ...ANONYMOUS, subject: 'someone', ...rights });

/** Whoever owns a row. */
interface Owner {
  organisationId: string;
}

/** Accompanies the people of a centre. */
export const adviserOf = ({ organisationId }: Owner): Caller =>
  someone({ organisationId, scopes: ['cps:write', 'people:read', 'people:write'], purpose: 'CASE_WORK' });

/** Employs and pays people for a parent institution. */
export const payrollOf = ({ organisationId }: Owner): Caller =>
  someone({ organisationId, scopes: ['institutions:write', 'people:read', 'people:write'], purpose: 'PAYROLL_HOST' });

/** Decides for a centre who is erased. */
export const eraserOf = ({ organisationId }: Owner): Caller => someone({ organisationId, scopes: ['people:erase'] });

/** The person, by the id that the graph shows. */
export const dataSubject = ({ id }: { id: string }): Caller =>
  someone({ subject: id, scopes: ['people:read'], purpose: 'DATA_SUBJECT' });
