import type { Constructor, EntityManager } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { Invalid } from '../errors/domain-error.ts';
import { uuidOf } from '../global-id/global-id.ts';
import { findRow } from './find-row.ts';

/** The uuid in an id that an input gives. Throws INVALID, naming the field, where it is no id of such a row. */
export function uuidIn(field: string, type: string, id: string): string {
  const uuid = uuidOf(type, id);
  if (uuid) return uuid;
  throw new Invalid(`\`${field}\` is "${id.slice(0, 100)}", which is no id of ${type}: those begin with "${type}_".`, {
    field,
    value: id.slice(0, 200),
  });
}

/** Finds a row of this subgraph that an input names. Throws INVALID as `uuidIn` does, NOT_FOUND where there is none. */
export async function findNamed<T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  field: string,
  id: string,
): Promise<T> {
  uuidIn(field, entity.name, id);
  return findRow(em, entity, id);
}
