import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { type PartArguments, partsByKey } from '../../../shared/connection/parts-by-key.ts';
import { loadersByArguments, oneByKey } from '../../../shared/database/loaders.ts';
import { IntegrationPlan, PlanStep } from './integration-plan.ts';

const LATEST = `
  select distinct on (beneficiary_id) * from integration_plan
  where beneficiary_id = any(string_to_array(?, ',')::uuid[])
  order by beneficiary_id, agreed_on desc, id`;

export const integrationPlanLoaders = (em: EntityManager) => ({
  /** The latest plan of a beneficiary. */
  planByBeneficiary: oneByKey<string, IntegrationPlan>(
    async (people) => {
      const rows = await em.execute<object[]>(LATEST, [people.join()]);
      return rows.map((row) => em.map(IntegrationPlan, row as never));
    },
    ({ beneficiaryId }) => beneficiaryId,
  ),
  plansByBeneficiary: loadersByArguments((part: PartArguments) =>
    partsByKey(
      em,
      { entity: IntegrationPlan, order: [{ property: 'agreedOn', descending: true }] },
      'beneficiaryId',
      part,
    ),
  ),
  stepsByPlan: new DataLoader(async (plans: readonly string[]): Promise<PlanStep[][]> => {
    const where = { integrationPlanId: { $in: [...plans] } };
    const steps = await em.find(PlanStep, where, { orderBy: { dueOn: 'asc', uuid: 'asc' } });
    const byPlan = Map.groupBy(steps, ({ integrationPlanId }) => integrationPlanId);
    return plans.map((plan) => byPlan.get(plan) ?? []);
  }),
});
