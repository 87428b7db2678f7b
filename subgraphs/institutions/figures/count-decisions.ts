import { type Count, counting } from '../../../shared/figures/count-figures.ts';

/** What became of manufactories in the period, by the days that they keep of it. */
const DURING = (day: string): string => `
  from manufactory, asked
  where ${day} >= asked.start and ${day} < asked.end and coalesce(organisation_id = asked.organisation, true)`;

const DECIDED_ON = 'coalesce(independent_since, retained_since)';
const PROTECTED = `age(${DECIDED_ON}, protected_from)`;

export const countIndependent: Count = counting(`
  select 'NH-M2' as indicator, coalesce('LEGAL_FORM=' || legal_form, '') as category, territory_code as territory,
    count(*)::text as value ${DURING('independent_since')}
  group by grouping sets ((territory_code), (territory_code, legal_form))`);

export const countDecisions: Count = counting(`
  select 'NH-M3' as indicator, '' as category, territory_code as territory, count(*)::text as value
  ${DURING('retained_since')} group by territory_code
  union all
  select 'NH-M5-MONTHS', '', territory_code,
    sum((extract(year from ${PROTECTED}) * 12 + extract(month from ${PROTECTED}))::integer)::text
  ${DURING(DECIDED_ON)} group by territory_code
  union all
  select 'NH-M6', '', territory_code, count(*)::text ${DURING('closed_on')} group by territory_code`);

/** Of those that were independent for so many months, or would have been, on a day of the period: how many they are, and how many still are. */
const survival = (months: 12 | 24): string => {
  const day = `(independent_since + interval '${months} months')::date`;
  return `
  select 'NH-M4-${months}-COHORT' as indicator, '' as category, territory_code as territory, count(*)::text as value
  ${DURING(day)} group by territory_code
  union all
  select 'NH-M4-${months}-SURVIVORS', '', territory_code, count(*)::text
  ${DURING(day)} and (closed_on is null or closed_on > ${day}) group by territory_code`;
};

export const countSurvival: Count = counting(`${survival(12)} union all ${survival(24)}`);
