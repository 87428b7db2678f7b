import { expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/ask.ts';
import { payrollOf } from '../../../test/kit/caller.ts';
import { employment, manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { institutions } from '../subgraph.ts';
import { EmploymentEndReason } from './employment.ts';

const subgraph = new SubgraphUnderTest(institutions);

it('hides when somebody works, how long and under which pseudonym, from who is refused', async () => {
  const host = parentInstitution();
  const theatre = manufactory(host, 'Theatre', PROTECTED);
  const pseudonym = v4();
  const running = employment(theatre, pseudonym, { startsOn: '2026-02-11', weeklyHours: '17.5' });
  const ended = employment(theatre, v4(), {
    ...{ startsOn: '2026-02-11', endsOn: '2026-05-13', retainUntil: '2031-12-31' },
    endReason: EmploymentEndReason.OWN_WISH,
  });
  await subgraph.given(host, theatre, running, ended);
  const work = { manufactoryId: theatre.id, hostPseudonym: pseudonym, contractType: 'MANDATE' };
  const ask = (mutation: string, input: object) => act(subgraph, mutation, { ...input }, 'id', payrollOf(host));

  const refusals = [
    await ask('employ', { ...work, weeklyHours: '20', startsOn: '2026-08-01' }),
    await ask('employ', { ...work, weeklyHours: '48.25', startsOn: '2026-08-01' }),
    await ask('endEmployment', { id: running.id, expectedVersion: 1, on: '2026-01-01', reason: 'OTHER' }),
    await ask('endEmployment', { id: ended.id, expectedVersion: 1, on: '2026-06-01', reason: 'OTHER' }),
  ];

  expect(refusals.map(({ code }) => code)).toEqual(['CONFLICT', 'INVALID', 'INVALID', 'CONFLICT']);
  const told = JSON.stringify(refusals.map(({ message, facts }) => [message, facts]));
  expect(told).not.toMatch(/2026-|17\.5|48\.25|OWN_WISH/);
  expect(told).not.toContain(pseudonym);
});

it('lets a host page through the work of somebody by the pseudonym, and look up one', async () => {
  const host = parentInstitution();
  const theatre = manufactory(host, 'Theatre', PROTECTED);
  const pseudonym = v4();
  const days = ['2006-01-01', '2006-03-01', '2006-05-01'];
  const works = days.map((day) => employment(theatre, pseudonym, { startsOn: day, endsOn: day, retainUntil: day }));
  await subgraph.given(host, theatre, ...works, employment(theatre, v4()));
  const source = `query ($of: ID!, $after: ID, $one: ID!) {
    employmentsOf(hostPseudonym: $of, first: 2, afterId: $after) { id startsOn } employment(id: $one) { startsOn } }`;
  const page = async (of: string, after: string | null) =>
    (await subgraph.ask(source, { of, after, one: works[2]?.id }, payrollOf(host))).data;

  const first = await page(pseudonym, null);
  const second = await page(pseudonym, first?.employmentsOf[1].id);

  const shown = [first, second].flatMap((data) => data?.employmentsOf.map((row: { startsOn: string }) => row.startsOn));
  expect(shown).toEqual(days);
  expect(first?.employment).toEqual({ startsOn: days[2] });
  expect([(await page(v4(), null))?.employmentsOf, (await page('nobody', null))?.employmentsOf]).toEqual([[], []]);
});
