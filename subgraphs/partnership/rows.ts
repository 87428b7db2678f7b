import { CALLERS_ORGANISATION, type RowPolicy } from '../../shared/database/row-policy.ts';
import { AgreementParty } from './agreement-party/agreement-party.ts';
import { DataSharingAgreement } from './data-sharing-agreement/data-sharing-agreement.ts';
import { Exchange } from './exchange/exchange.ts';
import { Organisation } from './organisation/organisation.ts';
import { Partner } from './partner/partner.ts';
import { Partnership } from './partnership/partnership.ts';
import { Replication } from './replication/replication.ts';

/** Whether the caller's organisation leads the partnership now, which need not be the one that founded it. */
const leads = (partnership: string): string => `exists (
  select from partner as lead where lead.partnership_id = ${partnership} and lead.role = 'LEADER'
    and lead.status = 'ACCEPTED' and lead.member_id = ${CALLERS_ORGANISATION})`;

const OF_AGREEMENT = `exists (
  select from data_sharing_agreement as agreement where agreement.id = agreement_id and ${leads('agreement.partnership_id')})`;

const because = 'Whoever leads the partnership keeps its records, also where another organisation founded it.';

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  {
    entity: Organisation,
    insert: 'everyone',
    because: 'A new organisation has nobody yet who acts for it; whoever may write here registers it.',
  },
  { entity: Partnership, updateWhere: leads('partnership.id'), because },
  {
    entity: Partner,
    insertWhere: leads('partner.partnership_id'),
    updateWhere: `partner.member_id = ${CALLERS_ORGANISATION} or ${leads('partner.partnership_id')}`,
    because: `${because} Who is invited accepts or declines.`,
  },
  ...[DataSharingAgreement, Replication, Exchange].map(
    (entity): RowPolicy => ({
      entity,
      insertWhere: leads('partnership_id'),
      updateWhere: leads('partnership_id'),
      because,
    }),
  ),
  { entity: AgreementParty, insertWhere: OF_AGREEMENT, updateWhere: OF_AGREEMENT, because },
];
