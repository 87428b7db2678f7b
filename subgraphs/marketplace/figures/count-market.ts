import { type Count, counting } from '../../../shared/figures/count-figures.ts';

const during = (day: string, table: string): string =>
  `${day} >= asked.start and ${day} < asked.end and coalesce(${table}.organisation_id = asked.organisation, true)`;

/** What had begun and not ended on the last day; when a service paused is not recorded, so one that did is counted. */
export const countServices: Count = counting(`
  select 'NH-S1' as indicator, '' as category, territory_code as territory, count(*)::text as value
  from service, asked
  where offered_since < asked.end and (ended_on is null or ended_on >= asked.end)
    and coalesce(service.organisation_id = asked.organisation, true)
  group by territory_code`);

/** Where the service is offered, by the section of its activity: the first letter of a NACE code. */
export const countDelivered: Count = counting(`
  , delivered as (
    select territory_code as territory, left(activity, 1) as section
    from service_order join service on service.id = service_id, asked
    where ${during('delivered_on', 'service_order')})
  select 'NH-S2' as indicator, coalesce('NACE_SECTION=' || section, '') as category, territory, count(*)::text as value
  from delivered group by grouping sets ((territory), (territory, section))`);

/** Of all that was delivered, whoever paid for it and whether it is invoiced yet or not. */
export const countEarned: Count = counting(`
  select 'NH-S4' as indicator, '' as category, territory_code as territory,
    sum(unit_price * quantity)::text as value, service_order.currency
  from service_order join service on service.id = service_id, asked
  where ${during('delivered_on', 'service_order')} group by territory_code, service_order.currency`);
