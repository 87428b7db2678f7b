import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { isAlone } from '../../../shared/people/alone.ts';
import { today } from '../../../shared/write/today.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { askPartners, erasePerson, forget } from './erase-person.ts';
import { Erasure, ErasureReason } from './erasure.ts';
import { ErasureStatus } from './erasure-part.ts';

const ERASED_BEFORE = `
  select person_key.beneficiary_id as person, person_key.host_pseudonym as pseudonym, erasure.id as erasure
  from person_key join erasure
    on erasure.pseudonym_digest = encode(sha256(convert_to(person_key.host_pseudonym::text, 'UTF8')), 'hex')
  limit 1`;

const DAY_MS = 86_400_000;

/**
 * Asks partners again that have not answered, for the log forgets what they missed; erases, one after the other, whom a
 * restored backup brought back, and those whose retention is over.
 */
export async function erasePeopleDue(root: EntityManager): Promise<void> {
  await root.fork().transactional(askAgain);
  while (await root.fork().transactional(eraseNext));
}

async function askAgain(em: EntityManager): Promise<void> {
  if (!(await isAlone(em))) return;
  const since = new Date(Date.now() - DAY_MS);
  const open = await em.find(Erasure, { hostsStatus: ErasureStatus.ASKED, requestedAt: { $lt: since } });
  for (const { id, hostPseudonym } of open) if (hostPseudonym) record(em, askPartners(id, hostPseudonym));
}

/** False where nobody is due, or another process is at it. */
async function eraseNext(em: EntityManager): Promise<boolean> {
  if (!(await isAlone(em))) return false;
  return (await eraseAgain(em)) || (await eraseDue(em));
}

async function eraseAgain(em: EntityManager): Promise<boolean> {
  const [back] = await em.execute<{ person: string; pseudonym: string; erasure: string }[]>(ERASED_BEFORE);
  if (!back) return false;
  await forget(em, back.person);
  record(em, askPartners(toGlobalId('Erasure', back.erasure), back.pseudonym));
  return true;
}

async function eraseDue(em: EntityManager): Promise<boolean> {
  const [person] = await em.find(
    Beneficiary,
    { retainUntil: { $lt: today() } },
    { orderBy: { retainUntil: 'asc', uuid: 'asc' }, limit: 1 },
  );
  if (!person) return false;
  await erasePerson(em, person, ErasureReason.RETENTION_OVER);
  return true;
}
