import type { EntityManager } from '@mikro-orm/postgresql';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { pseudonymDigest } from '../../../shared/people/pseudonym-digest.ts';
import { ErasedPerson } from './erased-person.ts';

/** Throws CONFLICT where the pseudonym is nobody's any more: nothing new is stored under it. */
export async function refuseErased(em: EntityManager, hostPseudonym: string): Promise<void> {
  if ((await em.count(ErasedPerson, { pseudonymDigest: pseudonymDigest(hostPseudonym) })) === 0) return;
  throw new DomainError('CONFLICT', 'This pseudonym leads to nobody any more. Ask the Centre for another one.', {
    guard: 'erased',
    field: 'hostPseudonym',
  });
}
