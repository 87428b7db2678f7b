import type { EntityManager } from '@mikro-orm/postgresql';
import { record } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Replication } from './replication.ts';

export const recordReplication = (em: EntityManager, { id, partnershipId, territoryCode, status }: Replication): void =>
  record(em, {
    type: 'hub.replication.changed.v1',
    subject: id,
    data: {
      replication: id,
      partnership: toGlobalId('Partnership', partnershipId),
      territory: territoryCode,
      status,
    },
  });
