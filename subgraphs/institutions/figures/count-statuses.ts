import { type Count, counting } from '../../../shared/figures/count-figures.ts';

/** When a manufactory came to a status that leaves no day on it, as its history tells; null where that does not. */
const cameTo = (status: string): string => `
  (select min("on") from manufactory_transition
    where manufactory_id = manufactory.id and axis = 'STATUS' and to_state = '${status}')`;

/**
 * The status on the last day of the period. Most leave their day on the manufactory, whoever recorded it; preparation and decision
 * are in the history alone, which one that came with a register may not have: its preparation is not counted then, for nobody knows
 * since when it lasts, and its decision from the end of its protection on.
 */
const STATUS = `
  case
    when closed_on < asked.end then null
    when independent_since < asked.end then 'INDEPENDENT'
    when retained_since < asked.end then 'RETAINED'
    when protected_from < asked.end then
      case when decision_on < asked.end
        or decision_on is null and not is_told and status <> 'PROTECTED' and protected_until < asked.end - 1 then 'DECISION'
        else 'PROTECTED' end
    when preparing_on < asked.end then 'PREPARING'
  end`;

export const countStatuses: Count = counting(`
  , known as (
    select manufactory.*, ${cameTo('DECISION')} as decision_on, ${cameTo('PREPARING')} as preparing_on,
      exists (select from manufactory_transition
        where manufactory_id = manufactory.id and 'PROTECTED' in (from_state, to_state)) as is_told
    from manufactory),
  stood as (
    select territory_code as territory, ${STATUS} as status from known, asked
    where coalesce(organisation_id = asked.organisation, true))
  select 'NH-M1' as indicator, coalesce('STATUS=' || status, '') as category, territory, count(*)::text as value
  from stood where status is not null group by grouping sets ((territory), (territory, status))`);
