import type { Constructor, EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import type { OwnedRow } from '../database/owned-row.ts';
import { uuidOf } from '../global-id/global-id.ts';
import type { Choice } from './happenings.ts';

/** Chooses the events whose subject is one of these rows, as they are when the events are read: one statement for all. */
export const eventsOfRows =
  <T extends OwnedRow>(em: EntityManager, entity: Constructor<T>, where: FilterQuery<T>): Choice =>
  async (events) => {
    const uuids = events.map(({ event }) => uuidOf(entity.name, event.subject)).filter((uuid) => uuid !== null);
    const condition: object = { $and: [{ uuid: { $in: [...new Set(uuids)] } }, where as object] };
    const rows = await em.fork().find(entity, condition as FilterQuery<T>, { fields: ['uuid' as never] });
    const ids = new Set(rows.map((row) => (row as OwnedRow).id));
    return new Set(events.filter(({ event }) => ids.has(event.subject)));
  };
