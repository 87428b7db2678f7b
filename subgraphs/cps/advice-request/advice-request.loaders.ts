import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { AdviceRequestCounts } from './advice-request-counts.ts';

const COUNT = `
  select support_centre_id as centre, count(*) filter (where status = 'OPEN')::int as open,
    count(*) filter (where status = 'ANSWERED')::int as answered, count(*) filter (where status = 'CLOSED')::int as closed
  from advice_request where support_centre_id = any(string_to_array(?, ',')::uuid[]) group by support_centre_id`;

export const adviceRequestLoaders = (em: EntityManager) => ({
  adviceRequestCountsByCentre: new DataLoader(async (uuids: readonly string[]): Promise<AdviceRequestCounts[]> => {
    const rows = await em.execute<({ centre: string } & AdviceRequestCounts)[]>(COUNT, [uuids.join()]);
    const counts = new Map(rows.map(({ centre, open, answered, closed }) => [centre, { open, answered, closed }]));
    return uuids.map((uuid) => Object.assign(new AdviceRequestCounts(), counts.get(uuid)));
  }),
});
