import { type Constructor, type EntityManager, LockMode } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { Invalid } from '../errors/domain-error.ts';
import { echo } from '../errors/echo.ts';
import { uuidOf } from '../global-id/global-id.ts';
import { assertOwn } from './assert-own.ts';
import { findRow, findRowToEdit, type KeepersOf } from './find-row.ts';

/** The uuid in an id that an input gives. Throws INVALID, naming the field, where it is no id of such a row. */
export function uuidIn(field: string, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  const value = echo(id);
  throw new Invalid(`\`${field}\` is "${value}", which is no id of ${type}: those begin with "${type}_".`, {
    field,
    value,
  });
}

/** Finds a row of this subgraph that an input names. Throws INVALID as `uuidIn` does, NOT_FOUND where there is none. */
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

/** The same, for a row to which the write adds something. Throws FORBIDDEN where it belongs to another organisation. */
export async function findOwn<T extends OwnedRow>(...args: Parameters<typeof findNamed<T>>): Promise<T> {
  const row = await findNamed<T>(...args);
  assertOwn(row);
  return row;
}

/** Finds the row that an input edits and keeps others from it until the transaction ends; CONFLICT where it has changed. */
export async function findLocked<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  input: { id: string; expectedVersion: number },
  keepersOf?: KeepersOf<T>,
): Promise<T> {
  await findNamed(em, entity, 'id', input.id, LockMode.PESSIMISTIC_WRITE);
  return findRowToEdit(em, entity, input, keepersOf);
}
