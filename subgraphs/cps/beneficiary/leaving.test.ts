import { expect, it } from '@jest/globals';
import { act } from '../../../test/kit/ask.ts';
import { adviserOf } from '../../../test/kit/caller.ts';
import { endedEnrolment, personWithKey, supportCentre, supportSession, training } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { erasePeopleDue } from '../erasure/erase-people-due.ts';
import { IntegrationPlan, PlanGoal } from '../integration-plan/integration-plan.ts';
import { PotentialAssessment, Strength } from '../potential-assessment/potential-assessment.ts';
import { cps } from '../subgraph.ts';
import { Beneficiary } from './beneficiary.ts';
import { JourneyStatus, LeavingReason } from './journey.ts';

const subgraph = new SubgraphUnderTest(cps);
const thisYear = new Date().getUTCFullYear();
const LEAVE = { expectedVersion: 1, reason: 'HEALTH', results: [] };

/** Somebody who came long ago, and is here still. */
async function givenOne(facts: Partial<Beneficiary> = { status: JourneyStatus.IN_TRAINING }) {
  const centre = supportCentre('CPS');
  const [person, key] = personWithKey(centre, { referredOn: '2006-01-05', ...facts });
  const prices = training(centre, 'Prices');
  await subgraph.given(centre, person, key, prices);
  const ask = (mutation: string, input: object, fields = 'id') =>
    act(subgraph, mutation, { ...input }, fields, adviserOf(centre));
  return { person, prices, ask };
}

it('keeps somebody from the day on which leaving is recorded, though it was long ago', async () => {
  const { person, ask } = await givenOne();

  const { row } = await ask('recordLeaving', { id: person.id, ...LEAVE, on: '2006-03-01' }, 'leftOn retainUntil');
  await erasePeopleDue(subgraph.orm.em);

  expect(row).toEqual({ leftOn: '2006-03-01', retainUntil: `${thisYear + 5}-12-31` });
  expect(await subgraph.orm.em.fork().count(Beneficiary, { uuid: person.uuid })).toBe(1);
});

it.each<[string, (one: Awaited<ReturnType<typeof givenOne>>) => object]>([
  ['session', ({ person }) => supportSession(person, '1', '2006-05-03')],
  ['enrolment', ({ person, prices }) => endedEnrolment(person, prices, '1', '2006-05-03')],
  ['plan', ({ person }) => of(person, Object.assign(new IntegrationPlan(), PLAN))],
  ['assessment', ({ person }) => of(person, Object.assign(new PotentialAssessment(), ASSESSMENT))],
])('lets nobody leave before the last %s', async (_, make) => {
  const one = await givenOne();
  await subgraph.orm.em.fork().persist(make(one)).flush();

  const before = await one.ask('recordLeaving', { id: one.person.id, ...LEAVE, on: '2006-05-02' });
  const onTheDay = await one.ask('recordLeaving', { id: one.person.id, ...LEAVE, on: '2006-05-03' });

  expect(before).toMatchObject({ code: 'INVALID', facts: { field: 'on' } });
  expect(JSON.stringify([before.message, before.facts])).not.toContain('2006-');
  expect(onTheDay.code).toBeUndefined();
});

const PLAN = { goals: [PlanGoal.TRADE], agreedOn: '2006-05-03' };
const ASSESSMENT = { passion: 'Clay', strengths: [Strength.ART], assessedOn: '2006-05-03' };
const of = <T extends IntegrationPlan | PotentialAssessment>(person: Beneficiary, row: T): T => {
  row.belongTo(person);
  return row;
};

const NEVER = `${thisYear + 1}-06-30`;
const { REFERRED, ASSESSED, PLANNED, IN_TRAINING } = JourneyStatus;
const GONE = {
  status: JourneyStatus.LEFT,
  leftOn: '2006-03-01',
  resultsOn: '2006-03-01',
  leavingReason: LeavingReason.HEALTH,
};

it.each<[string, Partial<Beneficiary>, object]>([
  ['recordLeaving', { status: IN_TRAINING }, LEAVE],
  ['recordEmployment', { status: IN_TRAINING }, {}],
  ['recordFollowUp', GONE, { results: [] }],
  ['assessPotential', { status: REFERRED }, { passion: 'Clay', strengths: ['ART'] }],
  ['agreePlan', { status: ASSESSED }, { goals: ['TRADE'], steps: [{ kind: 'TRAINING', dueOn: NEVER }] }],
])('takes no day to come for `%s`', async (mutation, facts, input) => {
  const { person, ask } = await givenOne(facts);

  const refused = await ask(mutation, { id: person.id, expectedVersion: 1, ...input, on: NEVER });

  expect(refused).toMatchObject({ code: 'INVALID', facts: { field: 'on', value: NEVER } });
});

it('takes no day to come for what is over before somebody leaves: nobody could leave until then', async () => {
  const { person, prices, ask } = await givenOne({ status: PLANNED });
  const enrol = { beneficiaryId: person.id, trainingId: prices.id };
  const session = { beneficiaryId: person.id, kind: 'ADVICE', hours: '1' };

  const early = [await ask('enrolBeneficiary', { ...enrol, on: NEVER })];
  const { row } = await ask('enrolBeneficiary', enrol);
  early.push(await ask('completeEnrolment', { id: row?.id, expectedVersion: 1, hours: '1', on: NEVER }));
  early.push(await ask('recordSupportSession', { ...session, on: NEVER }));

  const refused = expect.objectContaining({ code: 'INVALID', facts: expect.objectContaining({ value: NEVER }) });
  expect(early).toEqual([refused, refused, refused]);
});
