import type { EntityManager } from '@mikro-orm/postgresql';
import { validate } from 'uuid';
import { oneByKey, rowById } from '../../../shared/database/loaders.ts';
import type { Caller } from '../../../shared/trust/caller.ts';
import { Beneficiary } from './beneficiary.ts';
import { ownPersonOf, visibleTo } from './own-person.ts';

const BY_PSEUDONYM = `
  select person_key.host_pseudonym as pseudonym, beneficiary.*
  from person_key join beneficiary on beneficiary.id = person_key.beneficiary_id
  where person_key.host_pseudonym = any(string_to_array(?, ',')::uuid[]) and beneficiary.id = coalesce(?, beneficiary.id)`;

export const beneficiaryLoaders = (em: EntityManager, caller: Caller) => {
  const byPseudonym = oneByKey<string, { pseudonym: string; person: Beneficiary }>(
    async (pseudonyms) => {
      const asked = pseudonyms.filter((one) => validate(one)).join();
      const rows = await em.execute<{ pseudonym: string }[]>(BY_PSEUDONYM, [asked, ownPersonOf(caller)]);
      return rows.map(({ pseudonym, ...row }) => ({ pseudonym, person: em.map(Beneficiary, row as never) }));
    },
    ({ pseudonym }) => pseudonym,
  );
  return {
    beneficiaryById: rowById(em, Beneficiary, visibleTo(caller)),
    beneficiaryByPseudonym: {
      load: async (pseudonym: string): Promise<Beneficiary | null> =>
        (await byPseudonym.load(pseudonym))?.person ?? null,
    },
  };
};
