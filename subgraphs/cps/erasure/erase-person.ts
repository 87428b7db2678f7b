import type { EntityClass, EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { type NewEvent, record } from '../../../shared/events/record.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { IntegrationPlan, PlanStep } from '../integration-plan/integration-plan.ts';
import { PersonKey } from '../person-key/person-key.ts';
import { PotentialAssessment } from '../potential-assessment/potential-assessment.ts';
import { SupportSession } from '../support-session/support-session.ts';
import { Erasure, type ErasureReason } from './erasure.ts';

/** All that hangs on a person; the key with it. */
const OF_PERSON: EntityClass<{ beneficiaryId: string }>[] = [
  PlanStep,
  IntegrationPlan,
  PotentialAssessment,
  Enrolment,
  SupportSession,
  PersonKey,
];

/** Deletes a person and the person's key, and asks the partners to do the same; within the caller's transaction. */
export async function erasePerson(em: EntityManager, person: Beneficiary, reason: ErasureReason): Promise<Erasure> {
  const { hostPseudonym } = await em.findOneOrFail(PersonKey, { beneficiaryId: person.uuid });
  const erasure = Erasure.of(person, hostPseudonym, reason);
  await forget(em, person.uuid);
  em.persist(erasure);
  record(em, askPartners(erasure.id, hostPseudonym));
  return erasure;
}

/** Row by row, not by a statement for all, so that the access log tells of it. */
export async function forget(em: EntityManager, uuid: string): Promise<void> {
  for (const entity of OF_PERSON) em.remove(await em.find(entity, { beneficiaryId: uuid }));
  em.remove(await em.find(Beneficiary, { uuid }));
  // what they were made from can be guessed from its digest, and is another caller's
  await asSystem(() => em.execute('delete from idempotency where result = ?', [uuid]));
}

/** The one event that has a person's pseudonym: by then it leads to nobody, and only those who have it know what to erase. */
export const askPartners = (erasureId: string, hostPseudonym: string): NewEvent<object> => ({
  type: 'hub.person.erasure-requested.v1',
  subject: erasureId,
  data: { hostPseudonym },
});
