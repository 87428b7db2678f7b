import { type Count, counting } from '../../../shared/figures/count-figures.ts';

/** Hours are of people who entered in the same period, so that they are published where these are. */
const ENTERED = `
  referred_on >= asked.start and referred_on < asked.end
    and coalesce(beneficiary.organisation_id = asked.organisation, true)`;

/** Of a training, the hours that people took part, in the period in which they ended it. */
export const countHours: Count = counting(`
  select 'NH-T1' as indicator, '' as category, territory_code as territory, sum(hours)::text as value
  from support_session join beneficiary on beneficiary.id = beneficiary_id, asked
  where held_on >= asked.start and held_on < asked.end and ${ENTERED} group by territory_code
  union all
  select 'NH-T2', '', territory_code, sum(hours)::text
  from enrolment join beneficiary on beneficiary.id = beneficiary_id, asked
  where ended_on >= asked.start and ended_on < asked.end and ${ENTERED} group by territory_code`);
