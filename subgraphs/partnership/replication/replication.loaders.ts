import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { Replication } from './replication.ts';

export const replicationLoaders = (em: EntityManager) => ({
  replicationById: rowById(em, Replication),
  replicationByStartedPartnership: oneByKey(
    (ids: readonly string[]) => em.find(Replication, { startedPartnershipId: { $in: [...ids] } }),
    (replication) => replication.startedPartnershipId as string,
  ),
  replicationsByPartnership: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Replication, order: [{ property: 'consideredOn' }] }, 'partnershipId', page),
  ),
});
