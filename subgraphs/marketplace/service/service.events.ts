import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Service } from './service.ts';

export const recordOffered = (em: EntityManager, service: Service): void =>
  record(em, { type: 'hub.service.offered.v1', subject: service.id, data: factsOf(service) });

/** Also for what the graph shows with the service: its prices, and the needs that it answers. */
export const recordChanged = (em: EntityManager, service: Service): void =>
  record(em, { type: 'hub.service.changed.v1', subject: service.id, data: factsOf(service) });

const factsOf = ({ id, manufactoryId, status, territoryCode }: Service) => ({
  service: id,
  manufactory: toGlobalId('Manufactory', manufactoryId),
  status,
  territory: territoryCode,
});
