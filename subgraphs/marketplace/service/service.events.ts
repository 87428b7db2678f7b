import type { EntityManager } from '@mikro-orm/postgresql';
import { type NewEvent, record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { type Service, ServiceStatus } from './service.ts';

const offered = (service: Service): NewEvent<object> => ({
  type: 'hub.service.offered.v1',
  subject: service.id,
  data: factsOf(service),
});

const changed = (service: Service): NewEvent<object> => ({
  type: 'hub.service.changed.v1',
  subject: service.id,
  data: factsOf(service),
});

export const recordOffered = (em: EntityManager, service: Service): void => record(em, offered(service));

/** Also for what the graph shows with the service: its prices, and the needs that it answers. */
export const recordChanged = (em: EntityManager, service: Service): void => record(em, changed(service));

/** What others hear of a register's row: nothing of a draft, and of one that begins when it is over only that it changed. */
export function eventsOfImport(service: Service, before: Readonly<Partial<Service>>): NewEvent<object>[] {
  if (service.status === ServiceStatus.DRAFT) return [];
  const wasOffered = before.status !== undefined && before.status !== ServiceStatus.DRAFT;
  return wasOffered || service.status === ServiceStatus.ENDED ? [changed(service)] : [offered(service)];
}

const factsOf = ({ id, manufactoryId, status, territoryCode }: Service) => ({
  service: id,
  manufactory: toGlobalId('Manufactory', manufactoryId),
  status,
  territory: territoryCode,
});
