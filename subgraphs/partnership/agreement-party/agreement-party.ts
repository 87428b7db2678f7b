import { Entity, ManyToOne } from '@mikro-orm/decorators/legacy';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DataSharingAgreement } from '../data-sharing-agreement/data-sharing-agreement.ts';
import { Partner } from '../partner/partner.ts';

/** A partner that is bound by an agreement. In the graph it is seen as one of the agreement's `parties`. */
@Entity()
export class AgreementParty extends OwnedRow {
  @ManyToOne(() => DataSharingAgreement, { mapToPk: true, fieldName: 'agreement_id' })
  agreementId: string;

  @ManyToOne(() => Partner, { mapToPk: true, fieldName: 'partner_id' })
  partnerId: string;
}
