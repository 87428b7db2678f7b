import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { DomainError } from '../errors/domain-error.ts';
import { uuidOf } from '../global-id/global-id.ts';

/** Finds the row that a write is about. Throws NOT_FOUND where there is none. */
export async function findRow<T extends OwnedRow>(em: EntityManager, entity: Constructor<T>, id: string): Promise<T> {
  const uuid = uuidOf(entity.name, id);
  const row = uuid && (await em.findOne<T>(entity, uuid as never));
  if (row) return row;
  throw new DomainError('NOT_FOUND', `There is no ${entity.name} with the id ${id}.`, { type: entity.name, id });
}

/** Finds the row that a write edits, as the caller last saw it. Throws CONFLICT where it has changed since. */
export async function findRowToEdit<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  { id, expectedVersion }: { id: string; expectedVersion: number },
): Promise<T> {
  const row = await findRow(em, entity, id);
  if (row.version === expectedVersion) return row;
  throw new DomainError(
    'CONFLICT',
    `This ${entity.name} has changed: it is at version ${row.version}, not ${expectedVersion}. Read it again and repeat.`,
    { type: entity.name, id, expectedVersion, version: row.version },
  );
}
