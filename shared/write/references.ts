import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { Invalid } from '../errors/domain-error.ts';
import { uuidOf } from '../global-id/global-id.ts';
import { findRow } from './find-row.ts';

/** The uuid of a row that an input names; throws INVALID, with the field, for what is no id of that type. */
export function referredUuid(field: string, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  throw new Invalid(`\`${field}\` is no id of the type ${type}, which is one like ${type}_<uuid>; got "${id}".`, {
    field,
    value: id,
  });
}

/** The row of this subgraph that an input names. Throws NOT_FOUND where there is none, INVALID for no such id. */
export function findReferred<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  field: string,
  id: string,
): Promise<T> {
  referredUuid(field, entity.name, id);
  return findRow(em, entity, id);
}
