import type { EntityManager } from '@mikro-orm/postgresql';
import type { Caller } from '../../shared/trust/caller.ts';
import { agreementPartyLoaders } from './agreement-party/agreement-party.loaders.ts';
import { dataSharingAgreementLoaders } from './data-sharing-agreement/data-sharing-agreement.loaders.ts';
import { exchangeLoaders } from './exchange/exchange.loaders.ts';
import { organisationLoaders } from './organisation/organisation.loaders.ts';
import { partnerLoaders } from './partner/partner.loaders.ts';
import { partnershipLoaders } from './partnership/partnership.loaders.ts';
import { replicationLoaders } from './replication/replication.loaders.ts';

/** What one request carries. Nothing in it outlives the request. */
export const createContext = (em: EntityManager, caller: Caller) => ({
  em,
  caller,
  loaders: {
    ...organisationLoaders(em),
    ...partnershipLoaders(em),
    ...partnerLoaders(em),
    ...dataSharingAgreementLoaders(em),
    ...agreementPartyLoaders(em),
    ...replicationLoaders(em),
    ...exchangeLoaders(em),
  },
});

export type Context = ReturnType<typeof createContext>;
