import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { SupportStep } from './support-step.ts';

export const supportStepLoaders = (em: EntityManager) => ({
  supportStepsByManufactory: new DataLoader(async (uuids: readonly string[]) => {
    const where = { manufactoryId: { $in: [...uuids] } };
    const steps = await em.find(SupportStep, where, { orderBy: { startsOn: 'asc', uuid: 'asc' } });
    const byManufactory = Map.groupBy(steps, ({ manufactoryId }) => manufactoryId);
    return uuids.map((uuid) => byManufactory.get(uuid) ?? []);
  }),
});
