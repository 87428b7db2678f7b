import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { act } from '../../../test/kit/ask.ts';
import { payrollOf } from '../../../test/kit/caller.ts';
import { manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { eraseWorkDue } from '../erasure/erase-work.ts';
import type { Manufactory } from '../manufactory/manufactory.ts';
import { institutions } from '../subgraph.ts';
import { Employment } from './employment.ts';

const subgraph = new SubgraphUnderTest(institutions);
let theatre: Manufactory;
beforeEach(async () => {
  const host = parentInstitution();
  theatre = manufactory(host, 'Theatre', PROTECTED);
  await subgraph.given(host, theatre);
});

const ask = (mutation: string, input: object) =>
  act(subgraph, mutation, { ...input }, 'id endsOn retainUntil', payrollOf(theatre));
const employ = (days: object) =>
  ask('employ', {
    ...{ manufactoryId: theatre.id, hostPseudonym: v4(), contractType: 'MANDATE', weeklyHours: '20' },
    ...{ startsOn: '2006-08-01', ...days },
  });
const thisYear = new Date().getUTCFullYear();
const inYears = (years: number, days = 0): string => {
  const date = new Date(`${thisYear + years}${new Date().toISOString().slice(4, 10)}`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

it('keeps work on paper for five years behind its last day, or behind the day on which that was recorded', async () => {
  const ahead = await employ({ endsOn: `${thisYear + 2}-01-02` });
  const past = await employ({ endsOn: '2006-12-31' });
  const open = await employ({});
  const end = { id: open.row?.id, expectedVersion: 1, on: '2006-12-31', reason: 'OWN_WISH' };
  const ended = await ask('endEmployment', end);
  await eraseWorkDue(subgraph.orm.em);

  const until = [ahead, past, open, ended].map(({ row }) => row?.retainUntil);
  expect(until).toEqual([`${thisYear + 7}-12-31`, `${thisYear + 5}-12-31`, null, `${thisYear + 5}-12-31`]);
  expect(await subgraph.orm.em.fork().count(Employment)).toBe(3);
});

it('takes work that begins within a year and a term within ten years, and nothing that would be kept for ever', async () => {
  const taken = await employ({ startsOn: inYears(1), endsOn: inYears(10) });
  const late = await employ({ startsOn: inYears(1, 1) });
  const long = await employ({ endsOn: inYears(10, 1) });
  const end = { id: taken.row?.id, expectedVersion: 1, on: inYears(0, 1), reason: 'OTHER' };

  expect(taken.code).toBeUndefined();
  expect(late).toMatchObject({ code: 'INVALID', facts: { field: 'startsOn' } });
  expect(long).toMatchObject({ code: 'INVALID', facts: { field: 'endsOn' } });
  expect(await ask('endEmployment', end)).toMatchObject({ code: 'INVALID', facts: { field: 'on' } });
});
