import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type PartArguments, partsByKey } from '../../../shared/connection/parts-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import type { SupportHours } from './support-hours.ts';
import { SupportSession } from './support-session.ts';

const HOURS = `
  select beneficiary_id as person, kind, sum(hours)::text as hours from support_session
  where beneficiary_id = any(string_to_array(?, ',')::uuid[]) group by beneficiary_id, kind order by kind`;

export const supportSessionLoaders = (em: EntityManager) => ({
  sessionsByBeneficiary: loadersByArguments((part: PartArguments) =>
    partsByKey(
      em,
      { entity: SupportSession, order: [{ property: 'heldOn', descending: true }] },
      'beneficiaryId',
      part,
    ),
  ),
  supportHoursByBeneficiary: new DataLoader(async (people: readonly string[]): Promise<SupportHours[][]> => {
    const rows = await em.execute<({ person: string } & SupportHours)[]>(HOURS, [people.join()]);
    const sums = Map.groupBy(rows, ({ person }) => person);
    return people.map((person) => sums.get(person) ?? []);
  }),
});
