import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments, rowById } from '../../../shared/database/loaders.ts';
import { SocialPolicy } from './social-policy.ts';

export const socialPolicyLoaders = (em: EntityManager) => ({
  socialPolicyById: rowById(em, SocialPolicy),
  socialPoliciesByMunicipality: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: SocialPolicy, order: [{ property: 'adoptedOn' }] }, 'municipalityId', page),
  ),
});
