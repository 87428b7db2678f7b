import { beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { act as actAs, read as readAs, readEntities } from '../../../test/kit/ask.ts';
import { adviserOf, dataSubject } from '../../../test/kit/caller.ts';
import { beneficiary, personWithKey, supportCentre, supportSession, training } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';
import { type Training, TrainingStatus } from '../training/training.ts';
import { JourneyStatus } from './journey.ts';

const subgraph = new SubgraphUnderTest(cps);
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});
const act = (mutation: string, input: Record<string, unknown>) =>
  actAs(subgraph, mutation, input, undefined, adviserOf(centre));
const read = (source: string, variables: Record<string, unknown>) =>
  readAs(subgraph, source, variables, adviserOf(centre));
const stateOf = async (id: string) =>
  (await read('query ($id: ID!) { beneficiary(id: $id) { status version } }', { id })).beneficiary;

it('accompanies somebody from the referral to the follow-up, and tells nobody of it', async () => {
  const prices = training(centre, 'Prices');
  await subgraph.givenToOwner(centre, prices);
  const facts = { sex: 'FEMALE', birthYear: 1971, employmentStatus: 'INACTIVE', iscedLevel: 3, disability: 'REFUSED' };

  const referral = { supportCentreId: centre.id, on: '2026-01-05', ...facts };
  const { row } = await act('referBeneficiary', referral);
  const [id, beneficiaryId] = [row?.id, row?.id];
  const assessment = { passion: 'Clay and children', strengths: ['HANDICRAFT', 'TEACHING'] };
  await act('assessPotential', { id, expectedVersion: 1, on: '2026-01-12', ...assessment });
  const steps = [
    { kind: 'EMPLOYMENT', dueOn: '2026-03-01' },
    { kind: 'TRAINING', dueOn: '2026-02-01' },
  ];
  await act('agreePlan', { id, expectedVersion: 2, on: '2026-01-19', goals: ['OWN_IDEA'], steps });
  const enrolment = await act('enrolBeneficiary', { beneficiaryId, trainingId: prices.id, on: '2026-01-26' });
  const end = { id: enrolment.row?.id, expectedVersion: 1, on: '2026-01-30', hours: '7.25' };
  await act('completeEnrolment', end);
  await act('recordSupportSession', { beneficiaryId, kind: 'THERAPY', hours: '1.5', on: '2026-02-02' });
  await act('recordSupportSession', { beneficiaryId, kind: 'ADVICE', hours: '0.25', on: '2026-02-03' });
  await act('recordSupportSession', { beneficiaryId, kind: 'THERAPY', hours: '0.75', on: '2026-02-04' });
  await act('recordEmployment', { id, expectedVersion: 4, on: '2026-03-02' });
  const leaving = { reason: 'PATH_COMPLETED', results: ['EECR04'], on: '2026-04-01', resultsOn: '2026-04-15' };
  await act('recordLeaving', { id, expectedVersion: 5, ...leaving });
  await act('recordFollowUp', { id, expectedVersion: 6, on: '2026-10-06', results: ['EECR05'] });

  const { beneficiary: person } = await read(
    `query ($id: ID!) { beneficiary(id: $id) {
      status version sex birthYear iscedLevel disability minority employedOn leftOn leavingReason leavingResults
      resultsOn followedUpOn followUpResults trainingHours supportHours { kind hours }
      potentialAssessment { passion strengths assessedOn } plan { goals agreedOn steps { kind dueOn } }
      enrolments { status hours enrolledOn endedOn training { title } } supportSessions(first: 2) { kind hours heldOn } } }`,
    { id },
  );
  expect(person).toEqual({
    status: 'FOLLOWED_UP',
    version: 7,
    sex: 'FEMALE',
    birthYear: 1971,
    iscedLevel: 3,
    disability: 'REFUSED',
    minority: 'UNKNOWN',
    employedOn: '2026-03-02',
    leftOn: '2026-04-01',
    leavingReason: 'PATH_COMPLETED',
    leavingResults: ['EECR04'],
    resultsOn: '2026-04-15',
    followedUpOn: '2026-10-06',
    followUpResults: ['EECR05'],
    trainingHours: '7.25',
    supportHours: [
      { kind: 'ADVICE', hours: '0.25' },
      { kind: 'THERAPY', hours: '2.25' },
    ],
    potentialAssessment: { ...assessment, assessedOn: '2026-01-12' },
    plan: { goals: ['OWN_IDEA'], agreedOn: '2026-01-19', steps: [...steps].reverse() },
    enrolments: [
      {
        status: 'COMPLETED',
        hours: '7.25',
        enrolledOn: '2026-01-26',
        endedOn: '2026-01-30',
        training: { title: 'Prices' },
      },
    ],
    supportSessions: [
      { kind: 'THERAPY', hours: '0.75', heldOn: '2026-02-04' },
      { kind: 'ADVICE', hours: '0.25', heldOn: '2026-02-03' },
    ],
  });
  expect(await subgraph.events()).toEqual([]);
});

it('sums hours up exactly, to the quarter', async () => {
  const quarters = fc.array(fc.integer({ min: 1, max: 4000 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(quarters, async (counts) => {
      const person = beneficiary(centre);
      centre = supportCentre('CPS');
      person.belongTo(centre);
      await subgraph.givenToOwner(centre, person);
      const decimal = (count: number) => `${Math.floor(count / 4)}.${['00', '25', '50', '75'][count % 4]}`;

      for (const count of counts) {
        const session = { beneficiaryId: person.id, kind: 'TUTORING', hours: decimal(count) };
        await act('recordSupportSession', session);
      }

      const query = 'query ($id: ID!) { beneficiary(id: $id) { supportHours { kind hours } } }';
      const { supportHours } = (await read(query, { id: person.id })).beneficiary;
      const sum = counts.reduce((a, b) => a + b, 0);
      expect(supportHours).toEqual(sum === 0 ? [] : [{ kind: 'TUTORING', hours: decimal(sum) }]);
    }),
    { numRuns: 6 },
  );
});

it('ends open enrolments when somebody leaves, and takes up nobody who is not here or into what is over', async () => {
  const [prices, over] = [training(centre, 'Prices'), training(centre, 'Over', { status: TrainingStatus.COMPLETED })];
  const person = beneficiary(centre, { status: JourneyStatus.PLANNED });
  await subgraph.givenToOwner(centre, prices, over, person);
  const enrol = (trainingId: string) =>
    act('enrolBeneficiary', { beneficiaryId: person.id, trainingId, on: '2026-02-02' });

  expect((await enrol(over.id)).code).toBe('CONFLICT');
  expect(await stateOf(person.id)).toEqual({ status: 'PLANNED', version: 1 });
  expect((await enrol(prices.id)).code).toBeUndefined();
  expect((await enrol(prices.id)).code).toBe('CONFLICT'); // once in each training
  const leaving = { id: person.id, expectedVersion: 2, on: '2026-03-02', reason: 'MOVED_AWAY', results: [] };
  expect((await act('recordLeaving', leaving)).code).toBeUndefined();

  const query = 'query ($id: ID!) { beneficiary(id: $id) { enrolments { status endedOn } trainingHours } }';
  expect((await read(query, { id: person.id })).beneficiary).toEqual({
    enrolments: [{ status: 'DROPPED_OUT', endedOn: '2026-03-02' }],
    trainingHours: '0.00',
  });
  const session = { beneficiaryId: person.id, kind: 'ADVICE', hours: '1' };
  expect((await act('recordSupportSession', session)).code).toBe('CONFLICT');
});

it.each([
  ['assessPotential', { passion: 'x'.repeat(201), strengths: ['ART'] }, 'passion'],
  ['assessPotential', { passion: 'Clay', strengths: [] }, 'strengths'],
  ['assessPotential', { passion: 'Clay', strengths: ['ART', 'ART'] }, 'strengths'],
  ['assessPotential', { passion: 'Clay', strengths: ['ART'], on: '2026-01-04' }, 'on'],
  ['recordLeaving', { reason: 'HEALTH', results: ['EECR01'], on: '2026-02-02' }, 'results'],
])('refuses %s with %j, and moves nobody', async (mutation, input, field) => {
  const person = beneficiary(centre);
  await subgraph.givenToOwner(centre, person);

  const edit = { id: person.id, expectedVersion: 1, on: '2026-02-02' };
  const refused = await act(mutation, { ...edit, ...input });

  expect(refused).toMatchObject({ row: null, code: 'INVALID', facts: { field } });
  expect(await stateOf(person.id)).toEqual({ status: 'REFERRED', version: 1 });
});

it.each([
  [[], 'steps'],
  [[{ kind: 'TRAINING', dueOn: '2026-01-31' }], 'steps'],
  [Array.from({ length: 21 }, () => ({ kind: 'TRAINING', dueOn: '2026-03-31' })), 'steps'],
])('refuses a plan with the steps %j', async (steps, field) => {
  const person = beneficiary(centre, { status: JourneyStatus.ASSESSED });
  await subgraph.givenToOwner(centre, person);

  const plan = { id: person.id, expectedVersion: 1, on: '2026-02-01', goals: ['TRADE'], steps };

  expect(await act('agreePlan', plan)).toMatchObject({ code: 'INVALID', facts: { field } });
});

it.each([1, 10, 1000])(
  'finds %i people by the pseudonyms that hosts know, with all about them, in nine statements',
  async (many) => {
    const prices: Training = training(centre, 'Prices');
    const people = Array.from({ length: many }, (_, i) => personWithKey(centre, { birthYear: 1950 + (i % 50) }));
    await subgraph.givenToOwner(centre, prices, ...people.flat());

    const keys = [...people.map(([, { hostPseudonym }]) => hostPseudonym), v4(), 'nobody', centre.uuid].reverse();
    const fields = `id birthYear pseudonymForHosts supportCentre { name } potentialAssessment { passion }
      plan { steps { kind } } enrolments { hours } supportSessions { hours } trainingHours supportHours { hours }`;
    const found = await readEntities(subgraph, 'Beneficiary', keys, fields, 'hostPseudonym', adviserOf(centre));

    expect(found.slice(0, 3)).toEqual([null, null, null]);
    expect(found.slice(3).map(({ id, pseudonymForHosts }) => [id, pseudonymForHosts])).toEqual(
      people.map(([{ id }, { hostPseudonym }]) => [id, hostPseudonym]).reverse(),
    );
    expect(subgraph.sql).toHaveLength(9);
  },
);

it('shows all that somebody took part in, part by part, and goes on behind nothing of anybody else', async () => {
  const [person, other] = [beneficiary(centre), beneficiary(centre)];
  const days = ['2026-02-05', '2026-02-04', '2026-02-03', '2026-02-02', '2026-02-02'];
  const foreign = supportSession(other, '1', '2026-02-03');
  await subgraph.given(centre, person, other, foreign, ...days.map((day) => supportSession(person, '1', day)));
  const source = `query ($id: ID!, $after: ID) {
    beneficiary(id: $id) { supportSessions(first: 2, afterId: $after) { id heldOn } } }`;

  const seen: { id: string; heldOn: string }[] = [];
  for (let part = [{ id: '' }]; part.length > 0; seen.push(...(part as typeof seen))) {
    const after = seen.at(-1)?.id ?? null;
    part = (await read(source, { id: person.id, after })).beneficiary.supportSessions;
  }
  expect(seen.map(({ heldOn }) => heldOn)).toEqual(days);
  expect(new Set(seen.map(({ id }) => id)).size).toBe(days.length);
  const messages = [foreign.id, supportSession(person, '1', '2026-02-02').id].map(async (after) => {
    const { errors } = await subgraph.ask(source, { id: person.id, after }, adviserOf(centre));
    return [errors?.[0]?.message, errors?.[0]?.extensions];
  });
  const [one, another] = await Promise.all(messages);
  expect(one).toEqual([expect.stringContaining('none of the list'), { code: 'INVALID', field: 'afterId' }]);
  expect(another).toEqual(one);
});

it('hides others from a person who asks, exactly as if there were none', async () => {
  const [[me, mine], [other, theirs]] = [personWithKey(centre), personWithKey(centre)];
  await subgraph.given(centre, me, mine, other, theirs);
  const source = 'query ($id: ID!) { beneficiary(id: $id) { id sex hostPseudonym } }';
  const asking = async (id: string, caller = dataSubject(me)) => {
    const answer = await subgraph.ask(source, { id }, caller);
    return [answer, subgraph.sql.length];
  };
  const nobody = beneficiary(centre).id;

  expect(await asking(me.id)).toEqual([{ data: { beneficiary: expect.objectContaining({ id: me.id }) } }, 2]);
  expect(await asking(other.id)).toEqual(await asking(nobody));
  expect(await asking(other.id)).toEqual([{ data: { beneficiary: null } }, 1]);
  for (const subject of ['', 'Beneficiary_', `X${me.id}`, `x.${me.id}`, `iss#x-${me.id}`, `${me.id} `, me.uuid]) {
    expect(await asking(me.id, { ...dataSubject(me), subject })).toEqual([{ data: { beneficiary: null } }, 1]);
  }
  const byPseudonym = (pseudonym: string) =>
    readEntities(subgraph, 'Beneficiary', [pseudonym], 'id', 'hostPseudonym', dataSubject(me));
  expect(await byPseudonym(mine.hostPseudonym)).toEqual([{ id: me.id }]);
  expect(await byPseudonym(theirs.hostPseudonym)).toEqual([null]);
  expect(subgraph.sql).toHaveLength(1);
});
