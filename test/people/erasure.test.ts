import { beforeEach, describe, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import type { NewEvent } from '../../shared/events/record.ts';
import type { Beneficiary } from '../../subgraphs/cps/beneficiary/beneficiary.ts';
import { JourneyStatus, LeavingReason } from '../../subgraphs/cps/beneficiary/journey.ts';
import { erasePeopleDue } from '../../subgraphs/cps/erasure/erase-people-due.ts';
import { Erasure } from '../../subgraphs/cps/erasure/erasure.ts';
import {
  IntegrationPlan,
  PlanGoal,
  PlanStep,
  PlanStepKind,
} from '../../subgraphs/cps/integration-plan/integration-plan.ts';
import { PersonKey } from '../../subgraphs/cps/person-key/person-key.ts';
import { PotentialAssessment, Strength } from '../../subgraphs/cps/potential-assessment/potential-assessment.ts';
import { cps } from '../../subgraphs/cps/subgraph.ts';
import type { SupportCentre } from '../../subgraphs/cps/support-centre/support-centre.ts';
import { Employment } from '../../subgraphs/institutions/employment/employment.ts';
import { eraseWorkDue } from '../../subgraphs/institutions/erasure/erase-work.ts';
import type { Manufactory } from '../../subgraphs/institutions/manufactory/manufactory.ts';
import type { ParentInstitution } from '../../subgraphs/institutions/parent-institution/parent-institution.ts';
import { institutions } from '../../subgraphs/institutions/subgraph.ts';
import { act, read } from '../kit/ask.ts';
import { adviserOf, eraserOf, payrollOf } from '../kit/caller.ts';
import { endedEnrolment, personWithKey, supportCentre, supportSession, training } from '../kit/given-cps.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../kit/given-institutions.ts';
import { SubgraphUnderTest } from '../kit/subgraph.ts';

const centreOf = new SubgraphUnderTest(cps);
const hosts = new SubgraphUnderTest(institutions);

let centre: SupportCentre;
let person: Beneficiary;
let key: PersonKey;
let other: Beneficiary;
let host: ParentInstitution;
let theatre: Manufactory;
const longAgo = { startsOn: '2006-02-01', endsOn: '2006-06-30', retainUntil: '2011-12-31' };
const keptOn = { startsOn: '2026-02-01', endsOn: '2026-06-30', retainUntil: '2031-12-31' };

/** A person of whom every table has rows, another of whom some have, and work at a host. */
async function given(...work: Partial<Employment>[]): Promise<void> {
  centre = supportCentre('CPS');
  [person, key] = personWithKey(centre);
  const [another, itsKey] = personWithKey(centre);
  other = another;
  const prices = training(centre, 'Prices');
  const assessment = Object.assign(new PotentialAssessment(), { passion: 'Clay', strengths: [Strength.ART] });
  const plan = Object.assign(new IntegrationPlan(), { goals: [PlanGoal.TRADE], agreedOn: '2026-02-01' });
  const step = Object.assign(new PlanStep(), { kind: PlanStepKind.ADVICE, dueOn: '2026-03-01' });
  for (const row of [assessment, plan, step]) row.belongTo(person);
  Object.assign(assessment, { assessedOn: '2026-01-20' });
  step.integrationPlanId = plan.uuid;
  const sessions = [person, other].map((one) => supportSession(one, '1.00', '2026-02-03'));
  const enrolment = endedEnrolment(person, prices, '7.50', '2026-02-10');
  await centreOf.given(centre, prices, person, key, other, itsKey, assessment, plan, step, ...sessions, enrolment);
  host = parentInstitution();
  theatre = manufactory(host, 'Theatre', PROTECTED);
  await hosts.given(
    host,
    theatre,
    ...work.map((facts) => employment(theatre, key.hostPseudonym, facts)),
    employment(theatre, itsKey.hostPseudonym, keptOn),
  );
}
beforeEach(() => given(longAgo));

const erase = (input: object = {}) => {
  const reason = { reason: 'PERSONS_REQUEST', id: person.id, expectedVersion: 1, ...input };
  return act(centreOf, 'eraseBeneficiary', reason, 'id', eraserOf(centre));
};
const erasures = async (): Promise<Erasure[]> => centreOf.orm.em.fork().find(Erasure, {}, { orderBy: { uuid: 'asc' } });
const hear = async (from: NewEvent<object>[], by: { deliver(event: NewEvent<object>): Promise<void> }) => {
  for (const event of from) await by.deliver(event);
};
const partsOf = async (id: string) => {
  const source = 'query ($id: ID!) { erasure(id: $id) { isOverdue parts { subgraph status } } }';
  return (await read(centreOf, source, { id }, eraserOf(centre))).erasure;
};
const worksOf = (pseudonym: string) => hosts.orm.em.fork().count(Employment, { hostPseudonym: pseudonym });

/** All that a database holds, as one text. */
async function contents(subgraph: { orm: typeof centreOf.orm }, ...without: string[]): Promise<string> {
  const em = subgraph.orm.em.fork();
  const tables = await em.execute<{ name: string }[]>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const kept = tables.filter(({ name }) => !without.includes(name) && !name.startsWith('mikro_orm'));
  return JSON.stringify(await Promise.all(kept.map(({ name }) => em.execute(`select * from "${name}"`))));
}

describe('erasing somebody', () => {
  it('leaves nothing of the person in the Centre, and all of everybody else', async () => {
    const [{ row }, before] = [await erase(), await contents(centreOf)];

    expect(row?.id).toMatch(/^Erasure_/);
    const [erasure] = await erasures();
    const all = before.replaceAll(erasure?.uuid ?? '', '');
    for (const trace of [person.uuid, Buffer.from(key.key).toString('hex')]) expect(all).not.toContain(trace);
    await hear(await centreOf.events(), hosts);
    await hear(await hosts.events(), centreOf);
    expect(await contents(centreOf, 'outbox')).not.toContain(key.hostPseudonym);
    const gone = await read(
      centreOf,
      'query ($id: ID!) { beneficiary(id: $id) { id } }',
      { id: person.id },
      adviserOf(centre),
    );
    expect(gone).toEqual({ beneficiary: null });
    const source = 'query ($id: ID!) { beneficiary(id: $id) { hostPseudonym supportSessions { hours } } }';
    expect(
      (await read(centreOf, source, { id: other.id }, adviserOf(centre))).beneficiary.supportSessions,
    ).toHaveLength(1);
  });

  it('leaves no key of a write that would tell what was known of the person', async () => {
    const facts = { sex: 'FEMALE', birthYear: 1971, employmentStatus: 'INACTIVE', on: '2026-01-05' };
    const keyed = { supportCentreId: centre.id, idempotencyKey: 'desk-1', ...facts };
    const { row: referred } = await act(centreOf, 'referBeneficiary', keyed, 'id version', adviserOf(centre));
    const keys = () => centreOf.orm.em.fork().execute('select key from idempotency where key = ?', ['desk-1']);
    expect(await keys()).toHaveLength(1);

    expect((await erase({ id: referred?.id, expectedVersion: referred?.version })).row?.id).toMatch(/^Erasure_/);
    expect(await keys()).toEqual([]);
  });

  it('tells partners the dead pseudonym and nothing else', async () => {
    const { row } = await erase();

    expect(await centreOf.recorded()).toEqual([
      { type: 'hub.person.erasure-requested.v1', subject: row?.id, data: { hostPseudonym: key.hostPseudonym } },
    ]);
  });

  it('ends when the institutions have erased, too, and says so; those who work for others keep their work', async () => {
    const { row } = await erase();
    expect(await partsOf(row?.id)).toEqual({
      isOverdue: false,
      parts: [
        { subgraph: 'cps', status: 'ERASED' },
        { subgraph: 'institutions', status: 'ASKED' },
      ],
    });

    await hear(await centreOf.events(), hosts);
    await hear(await hosts.events(), centreOf);

    expect((await partsOf(row?.id)).parts[1]).toEqual({ subgraph: 'institutions', status: 'ERASED' });
    expect([await worksOf(key.hostPseudonym), await hosts.orm.em.fork().count(Employment)]).toEqual([0, 1]);
    expect(await contents(hosts, 'inbox')).not.toContain(key.hostPseudonym);
    expect(await hosts.recorded()).toEqual([
      { type: 'hub.person.erased.v1', subject: row?.id, data: { status: 'ERASED' } },
    ]);
  });

  it('leaves work whose papers a law keeps, and work that goes on, until that is over', async () => {
    await given(longAgo, keptOn, { startsOn: '2026-10-01' });
    const { row } = await erase();
    await hear(await centreOf.events(), hosts);
    await hear(await hosts.events(), centreOf);
    expect([(await partsOf(row?.id)).parts[1].status, await worksOf(key.hostPseudonym)]).toEqual(['KEPT_BY_LAW', 2]);

    await eraseWorkDue(hosts.orm.em);
    expect([(await hosts.events()).length, await worksOf(key.hostPseudonym)]).toEqual([1, 2]);
    await hosts.orm.em.fork().execute(`update employment set starts_on = '2006-01-01', ends_on = '2006-01-02',
      retain_until = '2011-12-31' where host_pseudonym = '${key.hostPseudonym}'`);
    await eraseWorkDue(hosts.orm.em);
    await eraseWorkDue(hosts.orm.em);
    const [, ...later] = await hosts.events();
    await hear(later, centreOf);

    expect(later).toEqual([{ type: 'hub.person.erased.v1', subject: row?.id, data: { status: 'ERASED' } }]);
    expect([(await partsOf(row?.id)).parts[1].status, await worksOf(key.hostPseudonym)]).toEqual(['ERASED', 0]);
  });

  it('survives that events come twice, and late, and that somebody asks twice', async () => {
    const input = { idempotencyKey: 'once' };
    const [first, second] = [await erase(input), await erase(input)];
    const third = await erase();
    const events = await centreOf.events();
    for (let i = 0; i < 2; i++) await hear(events, hosts);
    const answers = await hosts.events();
    for (let i = 0; i < 2; i++) await hear(answers, centreOf);

    expect(second.row).toEqual(first.row);
    expect(third.code).toBe('NOT_FOUND');
    expect([events.length, (await erasures()).length]).toEqual([1, 1]);
    expect((await partsOf(first.row?.id)).parts[1].status).toBe('ERASED');
  });

  it('survives a partner that was away for longer than the log keeps events: it is asked again', async () => {
    const { row } = await erase();
    const em = centreOf.orm.em.fork();
    await em.execute('delete from outbox');
    await erasePeopleDue(centreOf.orm.em);
    expect(await centreOf.events()).toEqual([]); // not on the same day
    await em.execute(`update erasure set requested_at = now() - interval '25 hours'`);
    await erasePeopleDue(centreOf.orm.em);

    await hear(await centreOf.events(), hosts);
    await hear(await hosts.events(), centreOf);
    await erasePeopleDue(centreOf.orm.em);

    expect((await partsOf(row?.id)).parts[1].status).toBe('ERASED');
    expect(await centreOf.events()).toHaveLength(1);
  });

  it('detects a partner that does not answer for a month', async () => {
    const { row } = await erase();
    const at = (days: number) =>
      centreOf.orm.em.fork().execute(`update erasure set requested_at = now() - make_interval(days => ${days})`);
    const source = '{ unansweredErasures { id isOverdue } }';
    const unanswered = async () => (await read(centreOf, source, {}, eraserOf(centre))).unansweredErasures;

    await at(29);
    expect(await unanswered()).toEqual([{ id: row?.id, isOverdue: false }]);
    await at(31);
    expect(await unanswered()).toEqual([{ id: row?.id, isOverdue: true }]);
    await hear(await centreOf.events(), hosts);
    await hear(await hosts.events(), centreOf);
    expect(await unanswered()).toEqual([]);
  });

  it('denies new work under a pseudonym that is dead', async () => {
    await erase();
    await hear(await centreOf.events(), hosts);
    const work = { manufactoryId: theatre.id, contractType: 'MANDATE', weeklyHours: '8', startsOn: '2026-11-01' };

    const refused = await act(hosts, 'employ', { hostPseudonym: key.hostPseudonym, ...work }, 'id', payrollOf(host));
    const taken = await act(hosts, 'employ', { hostPseudonym: v4(), ...work }, 'id', payrollOf(host));

    expect(refused).toMatchObject({ row: null, code: 'CONFLICT', facts: { guard: 'erased' } });
    expect(refused.message).not.toContain(key.hostPseudonym);
    expect(taken.row).not.toBeNull();
  });

  it('survives a backup that brings the person back: the list of those who were erased is applied again', async () => {
    const { row } = await erase();
    await hear(await centreOf.events(), hosts);
    const [again] = personWithKey(centre, { uuid: person.uuid });
    const itsKey = Object.assign(new PersonKey(), { ...key });
    await centreOf.orm.em
      .fork()
      .persist([again, itsKey, supportSession(again, '1.00', '2026-02-03')])
      .flush();
    await hosts.orm.em
      .fork()
      .persist(employment(theatre, key.hostPseudonym, longAgo))
      .flush();

    await erasePeopleDue(centreOf.orm.em);
    await eraseWorkDue(hosts.orm.em);

    expect(await centreOf.orm.em.fork().count(PersonKey)).toBe(1);
    expect((await centreOf.events()).map(({ subject }) => subject)).toEqual([row?.id, row?.id]);
    expect(await erasures()).toHaveLength(1);
    expect(await worksOf(key.hostPseudonym)).toBe(0);
  });

  it('leaves no row in any table that says of whom its rows are', async () => {
    const em = centreOf.orm.em.fork();
    const tables = await em.execute<{ name: string }[]>(
      `select table_name as name from information_schema.columns where column_name = 'beneficiary_id'`,
    );
    await erase();

    const left = tables.map(async ({ name }) => {
      const rows = await em.execute(`select 1 from "${name}" where beneficiary_id = '${person.uuid}'`);
      return rows.length > 0 ? [name] : [];
    });
    expect(tables.length).toBeGreaterThan(5);
    expect((await Promise.all(left)).flat()).toEqual([]);
  });
});

describe('once a day', () => {
  const left = (retainUntil: string): Partial<Beneficiary> => ({
    ...{
      status: JourneyStatus.LEFT,
      leftOn: '2026-02-01',
      resultsOn: '2026-02-01',
      leavingReason: LeavingReason.HEALTH,
    },
    retainUntil,
  });
  const today = new Date().toISOString().slice(0, 10);
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

  it('erases, by the same way, those whose papers need not be kept any more, and nobody before', async () => {
    centre = supportCentre('CPS');
    const due = Array.from({ length: 3 }, () => personWithKey(centre, left(yesterday)));
    const rest = [personWithKey(centre, left(today)), personWithKey(centre)];
    await centreOf.given(centre, ...due.flat(), ...rest.flat());

    await Promise.all([erasePeopleDue(centreOf.orm.em), erasePeopleDue(centreOf.orm.em)]); // two processes at once

    const keys = (await centreOf.orm.em.fork().find(PersonKey, {})).map(({ beneficiaryId }) => beneficiaryId);
    expect(keys.sort()).toEqual(rest.map(([{ uuid }]) => uuid).sort());
    expect((await erasures()).map(({ reason }) => reason)).toEqual(due.map(() => 'RETENTION_OVER'));
    expect((await centreOf.events()).map(({ data }) => data)).toEqual(
      expect.arrayContaining(due.map(([, { hostPseudonym }]) => ({ hostPseudonym }))),
    );
  });

  it('deletes work whose papers need not be kept any more, though nobody asked', async () => {
    await given(longAgo, keptOn, { startsOn: '2026-10-01' });

    await eraseWorkDue(hosts.orm.em);

    expect([await worksOf(key.hostPseudonym), await hosts.recorded()]).toEqual([2, []]);
  });
});
