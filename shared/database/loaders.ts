import type { Constructor, EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { uuidOf } from '../global-id/global-id.ts';
import type { OwnedRow } from './owned-row.ts';

/** Loads one row for each key, in one statement for all keys of a tick; null where there is none. */
export function oneByKey<K, T>(
  fetch: (keys: readonly K[]) => Promise<T[]>,
  keyOf: (row: T) => K,
): DataLoader<K, T | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** Loads rows by the id that the graph shows; an id of another type, or of a row outside `where`, finds nothing. */
export const rowById = <T extends OwnedRow>(
  em: EntityManager,
  entity: Constructor<T>,
  where: FilterQuery<T> = {},
): DataLoader<string, T | null> =>
  oneByKey(
    async (ids) => {
      const uuids = ids.map((id) => uuidOf(entity.name, id)).filter((uuid) => uuid !== null);
      const rows =
        uuids.length > 0 ? await em.find<OwnedRow>(entity, { $and: [{ uuid: { $in: uuids } }, where as object] }) : [];
      return rows as T[];
    },
    ({ id }) => id,
  );

/** Loaders that differ by their arguments: equal arguments share one, so that their keys still meet in one statement. */
export function loadersByArguments<A, K, T>(build: (args: A) => DataLoader<K, T>): (args: A) => DataLoader<K, T> {
  const loaders = new Map<string, DataLoader<K, T>>();
  return (args) => {
    const key = JSON.stringify(args);
    const loader = loaders.get(key) ?? build(args);
    loaders.set(key, loader);
    return loader;
  };
}
