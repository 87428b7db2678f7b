import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { DataSharingAgreement } from './data-sharing-agreement.ts';

export const dataSharingAgreementLoaders = (em: EntityManager) => ({
  dataSharingAgreementById: rowById(em, DataSharingAgreement),
  agreementsByPartnership: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: DataSharingAgreement, order: [{ property: 'since' }] }, 'partnershipId', page),
  ),
});
