import type { EntityManager } from '@mikro-orm/postgresql';
import { oneByKey } from '../../../shared/database/loaders.ts';
import { PotentialAssessment } from './potential-assessment.ts';

export const potentialAssessmentLoaders = (em: EntityManager) => ({
  assessmentByBeneficiary: oneByKey<string, PotentialAssessment>(
    (people) => em.find(PotentialAssessment, { beneficiaryId: { $in: [...people] } }),
    ({ beneficiaryId }) => beneficiaryId,
  ),
});
