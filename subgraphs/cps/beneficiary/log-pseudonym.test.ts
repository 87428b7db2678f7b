import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { personWithKey, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import { logPseudonymOf, logPseudonymsOf } from './log-pseudonym.ts';

const subgraph = new SubgraphUnderTest(cps);

it('hides in the log who it was, once the key of a person is gone', async () => {
  const centre = supportCentre('CPS');
  const [[one, itsKey], [other, otherKey]] = [personWithKey(centre), personWithKey(centre)];
  await subgraph.given(centre, one, itsKey, other, otherKey);
  const run = <T extends object>(sql: string, params: unknown[]) =>
    subgraph.orm.em.fork().execute<T[]>(sql, params as never);
  const [nobody, people] = [v4(), [other.uuid, one.uuid]];

  const pseudonyms = [logPseudonymOf(otherKey), logPseudonymOf(itsKey)];
  expect(await logPseudonymsOf(run, [people[0] ?? '', nobody, people[1] ?? ''])).toEqual([
    pseudonyms[0],
    null,
    pseudonyms[1],
  ]);
  await subgraph.orm.em.fork().execute(`delete from person_key where beneficiary_id = '${one.uuid}'`);
  expect(await logPseudonymsOf(run, people)).toEqual([pseudonyms[0], null]);
});
