import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { Beneficiary } from './beneficiary/beneficiary.ts';
import { Enrolment } from './enrolment/enrolment.ts';
import { Erasure } from './erasure/erasure.ts';
import { IntegrationPlan, PlanStep } from './integration-plan/integration-plan.ts';
import { PersonKey } from './person-key/person-key.ts';
import { PotentialAssessment } from './potential-assessment/potential-assessment.ts';
import { SupportSession } from './support-session/support-session.ts';

/** The caller is the person: the second line behind `ownPersonOf`. */
const OWN = (person: string): string =>
  `(select current_setting('hub.purpose', true)) = 'DATA_SUBJECT' and ` +
  `(select current_setting('hub.subject', true)) ~ ('(^|#)Beneficiary_' || ${person}::text || '$')`;

/** Whoever looks into who looked comes to the person, and sees the log alone. */
const AUDITED = (person: string): string => `${OWN(person)} or (select current_setting('hub.purpose', true)) = 'AUDIT'`;

const ALONE = { read: 'owner-alone', insert: 'owner-alone', update: 'owner-alone' } as const;

/** Whose rows about people are whose. */
export const PEOPLE_ROWS: RowPolicy[] = [
  {
    entity: Beneficiary,
    ...ALONE,
    readWhere: AUDITED('id'),
    because: 'It is about a person, whom the centre alone accompanies, and who may see it.',
  },
  ...[PotentialAssessment, IntegrationPlan, PlanStep, Enrolment, SupportSession].map(
    (entity): RowPolicy => ({
      entity,
      ...ALONE,
      readWhere: OWN('beneficiary_id'),
      because: 'It is about a person, whom the centre alone accompanies, and who may see it.',
    }),
  ),
  {
    entity: PersonKey,
    ...ALONE,
    readWhere: AUDITED('beneficiary_id'),
    because: 'It links a person to all pseudonyms of the person, by one of which the gateway asks for the rest.',
  },
  { entity: Erasure, ...ALONE, because: 'That somebody was erased is known to those who did it.' },
];
