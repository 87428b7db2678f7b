import { type Constructor, type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../../../shared/database/owned-row.ts';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { uuidOf } from '../../../shared/global-id/global-id.ts';
import { findRow, findRowToEdit } from '../../../shared/write/find-row.ts';

/** The uuid in an id that an input gives; whether there is such a row is not asked. Throws Invalid for another type's. */
export function uuidIn(field: string, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  throw new Invalid(`\`${field}\` is the id of a ${type}, like "${type}_" and a UUID; got "${id}".`, {
    field,
    value: id,
  });
}

/** Finds the row of this subgraph that an input names. Throws Invalid for an id of another type, NOT_FOUND without a row. */
export async function findNamed<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  field: string,
  id: string,
  lockMode: LockMode.PESSIMISTIC_READ | LockMode.PESSIMISTIC_WRITE | LockMode.NONE = LockMode.NONE,
): Promise<T> {
  const uuid = uuidIn(field, entity.name, id);
  if (lockMode !== LockMode.NONE) await em.findOne<T>(entity, uuid as never, { lockMode, refresh: true });
  return findRow(em, entity, id);
}

/** Finds the row that an input edits and keeps others from it until the transaction ends; CONFLICT where it has changed. */
export async function findLocked<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  input: { id: string; expectedVersion: number },
): Promise<T> {
  await findNamed(em, entity, 'id', input.id, LockMode.PESSIMISTIC_WRITE);
  return findRowToEdit(em, entity, input);
}
