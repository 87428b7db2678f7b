import {
  IntegrationPlan,
  PlanGoal,
  PlanStep,
  PlanStepKind,
} from '../../subgraphs/cps/integration-plan/integration-plan.ts';
import { PotentialAssessment, Strength } from '../../subgraphs/cps/potential-assessment/potential-assessment.ts';
import { StaffRole } from '../../subgraphs/institutions/staff-role/staff-role.ts';
import { endedEnrolment, personWithKey, supportCentre, supportSession, training } from '../kit/given-cps.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../kit/given-institutions.ts';
import { ORGANISATION, PERSON } from './roles.ts';
import type { Keys } from './write-query.ts';

/** A person with a row of each kind about the person, of the organisation for which everybody in the matrix asks. */
const centre = Object.assign(supportCentre('The centre'), { organisationId: ORGANISATION });
const [person, key] = personWithKey(centre, { uuid: PERSON });
const course = training(centre, 'Baking');
const about = { organisationId: ORGANISATION, beneficiaryId: PERSON };
const plan = Object.assign(new IntegrationPlan(), { ...about, goals: [PlanGoal.TRADE], agreedOn: '2026-01-19' });
const step = { ...about, integrationPlanId: plan.uuid, kind: PlanStepKind.TRAINING, dueOn: '2026-03-01' };
const potential = { ...about, passion: 'Bread', strengths: [Strength.TEACHING], assessedOn: '2026-01-12' };

const host = Object.assign(parentInstitution(), { organisationId: ORGANISATION });
const bakery = Object.assign(manufactory(host, 'Bakery', PROTECTED), { organisationId: ORGANISATION });
const work = Object.assign(employment(bakery, key.hostPseudonym), { organisationId: ORGANISATION });
const mentor = {
  organisationId: ORGANISATION,
  manufactoryId: bakery.uuid,
  staffPseudonym: key.hostPseudonym,
  weeklyHours: '10.0',
  startsOn: '2026-01-01',
};

export const PEOPLE: Readonly<Record<string, readonly object[]>> = {
  cps: [
    centre,
    course,
    person,
    key,
    plan,
    Object.assign(new PlanStep(), step),
    Object.assign(new PotentialAssessment(), potential),
    endedEnrolment(person, course, '7.50', '2026-03-01'),
    supportSession(person, '1.25', '2026-02-01'),
  ],
  institutions: [host, bakery, work, Object.assign(new StaffRole(), mentor)],
};

/** By which they are found. */
export const KEYS: Readonly<Record<string, Keys>> = {
  cps: { Beneficiary: { id: person.id } },
  institutions: {
    Beneficiary: { hostPseudonym: key.hostPseudonym },
    Employment: { id: work.id, hostPseudonym: key.hostPseudonym },
  },
};
