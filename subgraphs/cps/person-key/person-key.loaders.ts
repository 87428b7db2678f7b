import type { EntityManager } from '@mikro-orm/postgresql';
import { oneByKey } from '../../../shared/database/loaders.ts';
import { PersonKey } from './person-key.ts';

export const personKeyLoaders = (em: EntityManager) => ({
  keyByBeneficiary: oneByKey<string, PersonKey>(
    (people) => em.find(PersonKey, { beneficiaryId: { $in: [...people] } }),
    ({ beneficiaryId }) => beneficiaryId,
  ),
});
