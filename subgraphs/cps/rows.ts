import type { RowPolicy } from '../../shared/database/row-policy.ts';
import { AdviceRequest } from './advice-request/advice-request.ts';
import { Beneficiary } from './beneficiary/beneficiary.ts';
import { ConsultationAnswer } from './consultation/consultation-answer.ts';
import { Enrolment } from './enrolment/enrolment.ts';
import { IntegrationPlan, PlanStep } from './integration-plan/integration-plan.ts';
import { PotentialAssessment } from './potential-assessment/potential-assessment.ts';
import { SupportSession } from './support-session/support-session.ts';

const OF_PEOPLE = [Beneficiary, PotentialAssessment, IntegrationPlan, PlanStep, Enrolment, SupportSession];

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  {
    entity: AdviceRequest,
    insert: 'everyone',
    because: 'Somebody of the community asks, for whom the centre keeps it; it names nobody, and the count is public.',
  },
  {
    entity: ConsultationAnswer,
    insert: 'everyone',
    because: 'Everybody may answer a consultation that is open; it names nobody, and the count is public.',
  },
  ...OF_PEOPLE.map(
    (entity): RowPolicy => ({
      entity,
      read: 'owner-alone',
      insert: 'owner-alone',
      update: 'owner-alone',
      because: 'It is about a person, whom the centre alone accompanies.',
    }),
  ),
];
