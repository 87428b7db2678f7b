import type { EntityManager } from '@mikro-orm/postgresql';

/** Whether nobody else erases in this database, until the transaction ends. */
export async function isAlone(em: EntityManager): Promise<boolean> {
  const [lock] = await em.execute<{ free: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtext('erasing people')) as free`,
  );
  return lock?.free === true;
}
