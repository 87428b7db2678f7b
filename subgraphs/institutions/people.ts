import { validate } from 'uuid';
import type { People } from '../../shared/access-log/people.ts';
import { pseudonymsUnderLogKey } from '../../shared/access-log/pseudonym.ts';
import type { Beneficiary } from './beneficiary/beneficiary.stub.ts';
import type { Employment } from './employment/employment.ts';
import type { StaffRole } from './staff-role/staff-role.ts';

/** Who works for the parent institutions, by the pseudonyms that these know them by. */
export const people: People = {
  types: {
    Beneficiary: ({ hostPseudonym }: Beneficiary) => hostPseudonym.toLowerCase(),
    Employment: ({ hostPseudonym }: Employment) => hostPseudonym,
    StaffRole: ({ staffPseudonym }: StaffRole) => staffPseudonym,
  },
  datasets: [],
  named: ({ hostPseudonym, staffPseudonym }) => {
    const named = hostPseudonym ?? staffPseudonym;
    return validate(named) ? String(named).toLowerCase() : null;
  },
  pseudonymsOf: pseudonymsUnderLogKey,
};
