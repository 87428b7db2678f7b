import type { EntityManager } from '@mikro-orm/postgresql';
import { validate } from 'uuid';
import { oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { Beneficiary } from './beneficiary.ts';

export const beneficiaryLoaders = (em: EntityManager) => ({
  beneficiaryById: rowById(em, Beneficiary),
  beneficiaryByPseudonym: oneByKey<string, Beneficiary>(
    (pseudonyms) => em.find(Beneficiary, { hostPseudonym: { $in: pseudonyms.filter((one) => validate(one)) } }),
    ({ hostPseudonym }) => hostPseudonym,
  ),
});
