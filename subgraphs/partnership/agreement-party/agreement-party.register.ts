import type { EntityManager } from '@mikro-orm/postgresql';
import * as column from '../../../shared/register/column.ts';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import type { ReadyRow, Register } from '../../../shared/register/register.ts';
import { DataSharingAgreement } from '../data-sharing-agreement/data-sharing-agreement.ts';
import { Partner } from '../partner/partner.ts';
import { AgreementParty } from './agreement-party.ts';

export const agreementPartyRegister: Register<AgreementParty> = {
  name: 'agreement-parties',
  entity: AgreementParty,
  owner: 'agreement',
  columns: {
    agreement: column.reference('DataSharingAgreement', () => DataSharingAgreement),
    partner: column.reference('Partner', () => Partner),
    source: column.optional(column.text),
  },
  check: strangers,
};

/** Only partners of the partnership in which an agreement was concluded are party to it. */
async function strangers(em: EntityManager, rows: ReadyRow<AgreementParty>[]): Promise<RowProblem[]> {
  const partnershipOf = new Map(
    [
      ...(await em.find(DataSharingAgreement, { uuid: { $in: rows.map(({ row }) => row.agreementId) } })),
      ...(await em.find(Partner, { uuid: { $in: rows.map(({ row }) => row.partnerId) } })),
    ].map(({ uuid, partnershipId }) => [uuid, partnershipId]),
  );
  return rows
    .filter(({ row }) => partnershipOf.get(row.agreementId) !== partnershipOf.get(row.partnerId))
    .map(({ line }) => ({ line, column: 'partner', reason: 'is no partner of the partnership of this agreement' }));
}
