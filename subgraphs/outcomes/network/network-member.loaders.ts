import type { EntityManager } from '@mikro-orm/postgresql';
import type { PageRequest } from '../../../shared/connection/listing.ts';
import { pagesByKey } from '../../../shared/connection/pages-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { NetworkMember } from './network-member.ts';

export const networkMemberLoaders = (em: EntityManager) => ({
  membersByNetwork: loadersByArguments((page: PageRequest) =>
    pagesByKey(em, { entity: NetworkMember, order: [{ property: 'joinedOn' }] }, 'networkId', page),
  ),
});
