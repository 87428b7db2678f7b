import { PERSONAS, type Persona } from '../../gateway/try-out/personas.ts';
import { ANONYMOUS, type Caller, OPERATOR } from '../../shared/trust/caller.ts';
import { someone } from '../kit/caller.ts';

/** For which everybody asks; of the rows, those about the person are of it, and no others. */
export const ORGANISATION = '6a1f4c1e-3d0b-4a53-9c0e-2a9f6f0f7b11';
/** Who asks as `data-subject`. */
export const PERSON = '0b7e3c52-9d1a-4c86-8a6f-51d2e4c7b903';
const organisationId = ORGANISATION;

const as = (name: string, { roles, scopes, purpose }: Persona): Caller =>
  someone({ subject: name, organisationId, roles, scopes, purpose: purpose ?? null });

const adviser = as('cps-adviser', PERSONAS['cps-adviser']);

/** Who asks in the matrix: the personas of `hub token`, and people whose token does not fit what they do. */
export const ROLES: Readonly<Record<string, Caller>> = {
  anonymous: ANONYMOUS,
  'nothing allowed': someone({ organisationId }),
  ...Object.fromEntries(Object.entries(PERSONAS).map(([name, persona]) => [name, as(name, persona)])),
  'data-subject': as(`Beneficiary_${PERSON}`, PERSONAS['data-subject']),
  'cps-adviser without a purpose': { ...adviser, purpose: null },
  'cps-adviser for a wrong purpose': { ...adviser, purpose: 'STATISTICS' },
  operator: OPERATOR,
};
