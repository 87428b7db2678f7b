import type { People } from '../../shared/access-log/people.ts';
import { uuidOf } from '../../shared/global-id/global-id.ts';
import type { Beneficiary } from './beneficiary/beneficiary.ts';
import { logPseudonymsOf } from './beneficiary/log-pseudonym.ts';
import type { PersonalRow } from './beneficiary/personal-row.ts';

const ofBeneficiary = ({ beneficiaryId }: PersonalRow): string => beneficiaryId;

/** Whom the Centre accompanies, by the uuids of beneficiaries. */
export const people: People = {
  types: {
    Beneficiary: ({ uuid }: Beneficiary) => uuid,
    Enrolment: ofBeneficiary,
    IntegrationPlan: ofBeneficiary,
    PlanStep: ofBeneficiary,
    PotentialAssessment: ofBeneficiary,
    SupportSession: ofBeneficiary,
  },
  datasets: ['PEOPLE'],
  named: ({ id, beneficiaryId }) => uuidOf('Beneficiary', String(beneficiaryId ?? id)),
  pseudonymsOf: logPseudonymsOf,
};
