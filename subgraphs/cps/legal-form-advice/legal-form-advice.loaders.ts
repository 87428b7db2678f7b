import type { EntityManager } from '@mikro-orm/postgresql';
import { oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { LegalFormAdvice } from './legal-form-advice.ts';

const LATEST = `
  select distinct on (manufactory_id) * from legal_form_advice
  where manufactory_id = any(string_to_array(?, ',')::uuid[])
  order by manufactory_id, advised_on desc, id`;

export const legalFormAdviceLoaders = (em: EntityManager) => ({
  legalFormAdviceById: rowById(em, LegalFormAdvice),
  /** The latest advice that a manufactory got. */
  legalFormAdviceByManufactory: oneByKey<string, LegalFormAdvice>(
    async (manufactories) => {
      const rows = await em.execute<object[]>(LATEST, [manufactories.join()]);
      return rows.map((row) => em.map(LegalFormAdvice, row as never));
    },
    ({ manufactoryId }) => manufactoryId,
  ),
});
