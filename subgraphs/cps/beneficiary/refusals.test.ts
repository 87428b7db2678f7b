import { expect, it } from '@jest/globals';
import { act } from '../../../test/kit/ask.ts';
import { adviserOf } from '../../../test/kit/caller.ts';
import { endedEnrolment, personWithKey, supportCentre, training } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { Beneficiary } from './beneficiary.ts';
import { EmploymentStatus } from './entry-facts.ts';
import { JourneyStatus, LeavingReason, LeavingResult } from './journey.ts';

const subgraph = new SubgraphUnderTest(cps);

const HERE: Partial<Beneficiary> = {
  status: JourneyStatus.EMPLOYED_PROTECTED,
  referredOn: '2025-02-11',
  employedOn: '2025-05-13',
  birthYear: 1957,
  employmentStatus: EmploymentStatus.LONG_TERM_UNEMPLOYED,
  iscedLevel: 7,
};
const GONE: Partial<Beneficiary> = {
  ...HERE,
  status: JourneyStatus.LEFT,
  leftOn: '2025-07-17',
  resultsOn: '2025-07-19',
  leavingReason: LeavingReason.CARE_DUTIES,
  leavingResults: [LeavingResult.EECR03],
};
/** What errors must not tell of either; the days by which a client asked are another's. */
const TOLD = /2025-02-11|2025-05-13|1957|LONG_TERM|2025-07-1|CARE_DUTIES|EECR03|is LEFT|is EMPLOYED|"status":/;

const LEAVE = { reason: 'HEALTH', results: [], on: '2025-06-30' };

it.each<[string, Partial<Beneficiary>, object]>([
  ['recordLeaving', HERE, { ...LEAVE, on: '2025-02-01' }],
  ['recordLeaving', HERE, { ...LEAVE, on: '2025-05-01' }],
  ['recordLeaving', HERE, { ...LEAVE, results: ['EECR01'] }],
  ['recordLeaving', HERE, { ...LEAVE, resultsOn: '2025-06-01' }],
  ['recordLeaving', HERE, { ...LEAVE, resultsOn: '2025-08-31' }],
  ['recordLeaving', GONE, LEAVE],
  ['recordFollowUp', GONE, { results: [], on: '2025-08-31' }],
  ['recordFollowUp', GONE, { results: ['EECR06'], on: '2026-08-31' }],
  ['recordFollowUp', HERE, { results: [], on: '2026-08-31' }],
  ['recordEmployment', GONE, { on: '2025-08-31' }],
  ['assessPotential', GONE, { passion: 'Clay', strengths: ['ART'], on: '2025-08-31' }],
  ['agreePlan', HERE, { goals: ['TRADE'], steps: [{ kind: 'ADVICE', dueOn: '2025-09-01' }], on: '2025-01-31' }],
  ['agreePlan', GONE, { goals: ['TRADE'], steps: [{ kind: 'ADVICE', dueOn: '2025-09-01' }] }],
])('hides what is known of a person from whom %s is refused (%#)', async (mutation, facts, input) => {
  const centre = supportCentre('CPS');
  const [person, key] = personWithKey(centre, facts);
  await subgraph.given(centre, person, key);

  const refused = await act(
    subgraph,
    mutation,
    { id: person.id, expectedVersion: 1, ...input },
    'id',
    adviserOf(centre),
  );

  expect(refused.code).toMatch(/INVALID|CONFLICT/);
  expect(JSON.stringify([refused.message, refused.facts])).not.toMatch(TOLD);
  expect(JSON.stringify([refused.message, refused.facts])).not.toContain(key.hostPseudonym);
});

it('hides the row of an enrolment, and hours, from whom they are refused', async () => {
  const centre = supportCentre('CPS');
  const [person, key] = personWithKey(centre, HERE);
  const prices = training(centre, 'Prices');
  await subgraph.given(centre, person, key, prices, endedEnrolment(person, prices, '7.25', '2025-03-03'));
  const ids = { beneficiaryId: person.id, trainingId: prices.id };

  const twice = await act(subgraph, 'enrolBeneficiary', ids, 'id', adviserOf(centre));
  const session = { beneficiaryId: person.id, kind: 'THERAPY', hours: '1.23' };
  const odd = await act(subgraph, 'recordSupportSession', session, 'id', adviserOf(centre));

  expect([twice.code, odd.code]).toEqual(['CONFLICT', 'INVALID']);
  expect(JSON.stringify([twice.message, twice.facts])).not.toMatch(/Key \(|2025-03-03|7\.25|COMPLETED/);
  expect(JSON.stringify([odd.message, odd.facts])).not.toMatch(/1\.23|THERAPY/);
});
