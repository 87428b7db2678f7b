import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { rowById } from '../../../shared/database/loaders.ts';
import { Consultation } from './consultation.ts';

const COUNT = `
  select consultation_id as key, count(*)::int as count from consultation_answer
  where consultation_id = any(string_to_array(?, ',')::uuid[]) group by consultation_id`;

export const consultationLoaders = (em: EntityManager) => ({
  consultationById: rowById(em, Consultation),
  answerCountByConsultation: new DataLoader(async (uuids: readonly string[]): Promise<number[]> => {
    const rows = await em.execute<{ key: string; count: number }[]>(COUNT, [uuids.join()]);
    const counts = new Map(rows.map(({ key, count }) => [key, count]));
    return uuids.map((uuid) => counts.get(uuid) ?? 0);
  }),
});
