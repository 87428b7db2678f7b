import type { EntityManager } from '@mikro-orm/postgresql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import type { Beneficiary } from './beneficiary.ts';

const LATER = `
  select 1 from (
    select beneficiary_id, held_on as day from support_session
    union all select beneficiary_id, greatest(enrolled_on, ended_on) from enrolment
    union all select beneficiary_id, agreed_on from integration_plan
    union all select beneficiary_id, assessed_on from potential_assessment
  ) as act
  where beneficiary_id = ? and day > ? limit 1`;

/** Throws INVALID for a day of leaving behind which something was still done with the person. */
export async function assertNothingBehind(em: EntityManager, { uuid }: Beneficiary, leftOn: string): Promise<void> {
  if ((await em.execute(LATER, [uuid, leftOn])).length === 0) return;
  throw new Invalid('Nobody leaves before what was done last: see `supportSessions`, `enrolments` and `plan`.', {
    field: 'on',
  });
}
