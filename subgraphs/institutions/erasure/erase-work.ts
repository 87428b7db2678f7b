import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { isAlone } from '../../../shared/people/alone.ts';
import { pseudonymDigest } from '../../../shared/people/pseudonym-digest.ts';
import { today } from '../../../shared/write/today.ts';
import { Employment } from '../employment/employment.ts';
import { StaffRole } from '../staff-role/staff-role.ts';
import { ErasedPerson, WorkLeft } from './erased-person.ts';

/**
 * Deletes a person's work but for what goes on and what is kept on paper still (`retainUntil`), remembers that the person was erased, and tells the
 * Centre how far it came.
 */
export async function eraseWork(em: EntityManager, erasureId: string, hostPseudonym: string): Promise<void> {
  em.remove(await em.find(Employment, { hostPseudonym, retainUntil: { $lt: today() } }));
  em.remove(await em.find(StaffRole, { staffPseudonym: hostPseudonym }));
  await em.flush();
  const status = (await em.count(Employment, { hostPseudonym })) > 0 ? WorkLeft.KEPT_BY_LAW : WorkLeft.ERASED;
  await em.upsert(ErasedPerson, { pseudonymDigest: pseudonymDigest(hostPseudonym), erasureId, status });
  tell(em, erasureId, status);
}

const tell = (em: EntityManager, erasureId: string, status: WorkLeft): void =>
  record(em, { type: 'hub.person.erased.v1', subject: erasureId, data: { status } });

const DIGEST = (column: string) => `encode(sha256(convert_to(${column}::text, 'UTF8')), 'hex')`;

const STAFF_ERASED_BEFORE = `
  delete from staff_role using erased_person
  where erased_person.pseudonym_digest = ${DIGEST('staff_role.staff_pseudonym')}`;

/** Those of whom nothing is left, though something was kept. */
const GONE = `
  update erased_person set status = 'ERASED'
  where status = 'KEPT_BY_LAW' and not exists (
    select 1 from employment where ${DIGEST('employment.host_pseudonym')} = erased_person.pseudonym_digest)
  returning erasure_id`;

/** Deletes work whose retention is over, whosever it is, and what a restored backup brought back of those who were erased. */
export async function eraseWorkDue(root: EntityManager): Promise<void> {
  await root.fork().transactional(async (em) => {
    if (!(await isAlone(em))) return;
    em.remove(await em.find(Employment, { retainUntil: { $lt: today() } }));
    await em.flush();
    await em.execute(STAFF_ERASED_BEFORE);
    const gone = await em.execute<{ erasure_id: string }[]>(GONE);
    for (const { erasure_id } of gone) tell(em, erasure_id, WorkLeft.ERASED);
  });
}
