import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type PartArguments, partsByKey } from '../../../shared/connection/parts-by-key.ts';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { Enrolment } from './enrolment.ts';

const HOURS = `
  select beneficiary_id as person, sum(hours)::text as hours from enrolment
  where beneficiary_id = any(string_to_array(?, ',')::uuid[]) group by beneficiary_id`;

export const enrolmentLoaders = (em: EntityManager) => ({
  enrolmentsByBeneficiary: loadersByArguments((part: PartArguments) =>
    partsByKey(em, { entity: Enrolment, order: [{ property: 'enrolledOn', descending: true }] }, 'beneficiaryId', part),
  ),
  trainingHoursByBeneficiary: new DataLoader(async (people: readonly string[]): Promise<string[]> => {
    const rows = await em.execute<{ person: string; hours: string }[]>(HOURS, [people.join()]);
    const sums = new Map(rows.map(({ person, hours }) => [person, hours]));
    return people.map((person) => sums.get(person) ?? '0.00');
  }),
});
