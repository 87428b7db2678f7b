import { type Count, counting } from '../../../shared/figures/count-figures.ts';

const during = (day: string, table: string): string =>
  `${day} >= asked.start and ${day} < asked.end and coalesce(${table}.organisation_id = asked.organisation, true)`;

/** A consultation is held when it is over; before, its last day is only planned. */
export const countWorkOfTheCentre: Count = counting(`
  select 'NH-I1' as indicator, '' as category, territory_code as territory, count(*)::text as value
  from idea, asked where ${during('submitted_on', 'idea')} group by territory_code
  union all
  select 'NH-I2', '', territory_code, count(*)::text
  from idea, asked where ${during('verified_on', 'idea')} group by territory_code
  union all
  select 'NH-C1', '', territory_code, count(*)::text
  from consultation, asked where status in ('CLOSED', 'REPORTED') and ${during('closes_on', 'consultation')}
  group by territory_code`);
