import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { assertPageSize } from '../../../shared/connection/listing.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { Need } from './need.stub.ts';

/**
 * Needs of the same division of NACE, where the service is offered, within that place, or around it; those of the very
 * class first, then the newest. What the service answers already is left out.
 */
const SUGGESTED = `
  select service.id as service, fitting.id as need
  from service
  cross join lateral (
    select known_need.id, known_need.activity = service.activity as is_same, known_need.voiced_at
    from known_need
    where left(known_need.activity, 3) = left(service.activity, 3)
      and (starts_with(known_need.territory_path, service.territory_path)
        or starts_with(service.territory_path, known_need.territory_path))
      and not exists (
        select from service_need
        where service_need.service_id = service.id and service_need.need_id = known_need.id
          and service_need.withdrawn_on is null
      )
    order by is_same desc, known_need.voiced_at desc, known_need.id
    limit ?
  ) as fitting
  where service.id = any(string_to_array(?, ',')::uuid[])
  order by fitting.is_same desc, fitting.voiced_at desc, fitting.id`;

export const needLoaders = (em: EntityManager) => ({
  suggestedNeedsByService: loadersByArguments((page: { first: number }) => {
    assertPageSize(page);
    return new DataLoader(async (services: readonly string[]): Promise<Need[][]> => {
      const rows = await em.execute<{ service: string; need: string }[]>(SUGGESTED, [page.first, services.join()]);
      const needs = Map.groupBy(rows, ({ service }) => service);
      return services.map((service) => (needs.get(service) ?? []).map(({ need }) => Need.of(need)));
    });
  }),
});
