import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { Partner, PartnerStatus } from './partner.ts';
import { PartnerRole } from './partner-role.ts';

export interface PartnersWanted {
  page: PageRequest;
  where: Partial<Pick<Partner, 'role' | 'sector' | 'status'>>;
}

export const partnerLoaders = (em: EntityManager) => ({
  partnerById: rowById(em, Partner),
  /** Who leads or, where nobody does any more, led last. */
  leaderByPartnership: oneByKey(
    (ids: readonly string[]) =>
      em.find(
        Partner,
        {
          partnershipId: { $in: [...ids] },
          role: PartnerRole.LEADER,
          status: { $in: [PartnerStatus.ACCEPTED, PartnerStatus.RELEASED] },
        },
        { orderBy: { until: 'asc nulls last', since: 'asc', uuid: 'asc' } },
      ),
    (partner) => partner.partnershipId,
  ),
  partnersByPartnership: loadersByArguments(({ page, where }: PartnersWanted) =>
    pagesByKey(em, { entity: Partner, where, order: [{ property: 'since' }] }, 'partnershipId', page),
  ),
  partnersByOrganisation: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: Partner, order: [{ property: 'since' }] }, 'memberId', page),
  ),
});
