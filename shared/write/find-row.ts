import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { DomainError } from '../errors/domain-error.ts';
import { uuidOf } from '../global-id/global-id.ts';
import { assertOwn } from './assert-own.ts';

/** Finds the row that a write is about. Throws NOT_FOUND where there is none. */
export async function findRow<T extends OwnedRow>(em: EntityManager, entity: Constructor<T>, id: string): Promise<T> {
  const uuid = uuidOf(entity.name, id);
  const row = uuid && (await em.findOne<T>(entity, uuid as never));
  if (row) return row;
  throw new DomainError('NOT_FOUND', `There is no ${entity.name} with the id ${id}.`, { type: entity.name, id });
}

/** The organisations that keep a row, where that is not its owner alone. */
export type KeepersOf<T> = (row: T) => readonly (string | null)[] | Promise<readonly (string | null)[]>;

/**
 * Finds the row that a write edits, as the caller last saw it. Throws NOT_FOUND for one that the caller may not see, as
 * for none; FORBIDDEN where it belongs to another organisation; CONFLICT where it has changed since.
 */
export async function findRowToEdit<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  { id, expectedVersion }: { id: string; expectedVersion: number },
  keepersOf?: KeepersOf<T>,
): Promise<T> {
  const row = await findRow(em, entity, id);
  assertOwn(row, await keepersOf?.(row));
  if (row.version === expectedVersion) return row;
  throw new DomainError(
    'CONFLICT',
    `This ${entity.name} has changed: it is at version ${row.version}, not ${expectedVersion}. Read it again and repeat.`,
    { type: entity.name, id, expectedVersion, version: row.version },
  );
}
