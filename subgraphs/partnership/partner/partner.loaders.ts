import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { Partner, PartnerRole } from './partner.ts';

export const partnerLoaders = (em: EntityManager) => ({
  partnerById: rowById(em, Partner),
  leaderByPartnership: oneByKey(
    (ids: readonly string[]) => em.find(Partner, { partnershipId: { $in: [...ids] }, role: PartnerRole.LEADER }),
    (partner) => partner.partnershipId,
  ),
  partnersByPartnership: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Partner, order: [{ property: 'since' }] }, 'partnershipId', page),
  ),
});
