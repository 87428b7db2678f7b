import { beforeEach, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { readEntities } from '../../../test/kit/ask.ts';
import { adviserOf, payrollOf } from '../../../test/kit/caller.ts';
import {
  employment,
  INDEPENDENT,
  manufactory,
  PROTECTED,
  parentInstitution,
} from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { writeTo } from '../../../test/kit/write-institutions.ts';
import type { Manufactory } from '../manufactory/manufactory.ts';
import { ManufactoryStatus } from '../manufactory/manufactory-status.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);
const FIELDS = 'id version contractType weeklyHours startsOn endsOn endReason manufactory { name }';
const work = { contractType: 'EMPLOYMENT', weeklyHours: '37.5', startsOn: '2006-02-01' };
let theatre: Manufactory;

const employ = (input: object, hostPseudonym = v4()) =>
  writeTo(
    subgraph,
    'employ',
    { manufactoryId: theatre.id, hostPseudonym, ...work, ...input },
    FIELDS,
    payrollOf(theatre),
  );
const end = (id: unknown, input: object) =>
  writeTo(subgraph, 'endEmployment', { id, ...input }, FIELDS, payrollOf(theatre));

async function givenOne(state: Partial<Manufactory>): Promise<void> {
  const host = parentInstitution();
  theatre = manufactory(host, 'Theatre', state);
  await subgraph.givenToOwner(host, theatre);
}

beforeEach(() => givenOne(PROTECTED));

it('gives a person work, and ends it, once, for a reason', async () => {
  const { row } = await employ({});
  expect(row).toEqual({
    ...work,
    id: expect.stringMatching(/^Employment_/),
    version: 1,
    endsOn: null,
    endReason: null,
    manufactory: { name: 'Theatre' },
  });

  const reason = 'OTHER_WORK';
  expect((await end(row?.id, { expectedVersion: 1, on: '2006-01-31', reason })).refused).toMatchObject({
    code: 'INVALID',
  });
  expect((await end(row?.id, { expectedVersion: 1, on: '2006-06-30', reason })).row).toMatchObject({
    version: 2,
    endsOn: '2006-06-30',
    endReason: reason,
  });
  expect((await end(row?.id, { expectedVersion: 2, reason })).refused).toMatchObject({ guard: 'notEnded' });
  expect(await subgraph.events()).toEqual([]);
});

it.each([
  ['PREPARING', {}, false],
  ['PROTECTED', PROTECTED, true],
  ['DECISION', { ...PROTECTED, status: ManufactoryStatus.DECISION }, true],
  ['INDEPENDENT', INDEPENDENT, true],
  ['RETAINED', { ...PROTECTED, status: ManufactoryStatus.RETAINED, retainedSince: '2007-02-01' }, true],
  ['CLOSED', { status: ManufactoryStatus.CLOSED, closedOn: '2006-01-01', closureReason: 'No host' }, false],
])('lets people work in a manufactory that is %s as the model does', async (_, state, isPlaceOfWork) => {
  await givenOne(state);

  const { refused } = await employ({});

  if (isPlaceOfWork) expect(refused).toBeNull();
  else expect(refused).toMatchObject({ code: 'CONFLICT', guard: 'status' });
});

it.each([
  [{ manufactoryId: `Manufactory_${v4()}` }, { code: 'NOT_FOUND' }],
  [{ manufactoryId: v4() }, { code: 'INVALID', field: 'manufactoryId' }],
  [{ hostPseudonym: 'Anna' }, { code: 'INVALID', field: 'hostPseudonym' }],
  [{ weeklyHours: '48.1' }, { code: 'INVALID', field: 'weeklyHours' }],
  [{ endsOn: '2006-01-31' }, { code: 'INVALID' }],
])('refuses work with %j', async (wrong, refused) => {
  expect((await employ(wrong)).refused).toMatchObject(refused);
});

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2006-02-${String(n).padStart(2, '0')}`);
const span = fc.tuple(day, day, fc.boolean()).map(([one, other, open]) => {
  const [startsOn = '', endsOn = ''] = [one, other].sort();
  return { startsOn, endsOn: open ? null : endsOn };
});

it('never has one person work twice at a time in a manufactory, also when all come at once', async () => {
  const last = (one: { endsOn: string | null }) => one.endsOn ?? '9999-12-31';

  await fc.assert(
    fc.asyncProperty(fc.array(span, { minLength: 2, maxLength: 6 }), fc.boolean(), async (spans, atOnce) => {
      const person = v4();
      const taken: typeof spans = [];
      const take = async (one: (typeof spans)[number]) => {
        const { refused } = await employ(one, person);
        if (refused) expect(refused.guard).toBe('overlap');
        else taken.push(one);
        return refused;
      };
      if (atOnce) await Promise.all(spans.map(take));
      else {
        for (const one of spans) {
          const meets = taken.some((other) => one.startsOn <= last(other) && other.startsOn <= last(one));
          expect((await take(one)) !== null).toBe(meets);
        }
      }
      for (const one of taken)
        for (const other of taken)
          if (one !== other) expect(one.startsOn > last(other) || other.startsOn > last(one)).toBe(true);
      expect(taken.length).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
});

it('lets a person work in two manufactories, and two persons in one', async () => {
  const { organisationId } = theatre;
  const other = manufactory(Object.assign(parentInstitution(), { organisationId }), 'Tours', PROTECTED);
  const person = v4();
  other.parentInstitutionId = theatre.parentInstitutionId;
  await subgraph.orm.em.fork().persist(other).flush();

  expect((await employ({}, person)).refused).toBeNull();
  expect((await employ({ manufactoryId: other.id }, person)).refused).toBeNull();
  expect((await employ({})).refused).toBeNull();
});

it.each([1, 10, 1000])('reads the work of %i persons, whom it knows by pseudonym, in two statements', async (many) => {
  const people = Array.from({ length: many }, () => v4());
  const host = parentInstitution();
  const place = manufactory(host, 'Theatre', PROTECTED);
  const rows = people.flatMap((person) => [
    employment(place, person, { startsOn: '2006-07-01' }),
    employment(place, person, { startsOn: '2006-01-01', endsOn: '2006-05-31' }),
  ]);
  await subgraph.givenToOwner(host, place, ...rows);

  const keys = [v4(), 'nobody', ...people];
  const fields = 'employments { startsOn weeklyHours manufactory { name } }';
  const found = await readEntities(subgraph, 'Beneficiary', keys, fields, 'hostPseudonym', adviserOf(host));

  const both = { weeklyHours: '40.0', manufactory: { name: 'Theatre' } };
  const theirs = { employments: ['2006-01-01', '2006-07-01'].map((startsOn) => ({ startsOn, ...both })) };
  expect(found).toEqual([{ employments: [] }, { employments: [] }, ...people.map(() => theirs)]);
  expect(subgraph.sql).toHaveLength(2); // employments, and where they are
});
