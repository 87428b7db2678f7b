import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { AgreementParty } from './agreement-party.ts';

export const agreementPartyLoaders = (em: EntityManager) => ({
  /** The uuids of the partners that each agreement binds. */
  partiesByAgreement: new DataLoader(async (ids: readonly string[]): Promise<string[][]> => {
    const rows = await em.find(AgreementParty, { agreementId: { $in: [...ids] } }, { orderBy: { partnerId: 'asc' } });
    const byAgreement = Map.groupBy(rows, ({ agreementId }) => agreementId);
    return ids.map((id) => (byAgreement.get(id) ?? []).map(({ partnerId }) => partnerId));
  }),
});
