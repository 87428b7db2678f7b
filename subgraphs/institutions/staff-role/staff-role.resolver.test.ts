import { beforeEach, expect, it } from '@jest/globals';
import { v4 } from 'uuid';
import { payrollOf } from '../../../test/kit/caller.ts';
import { manufactory, PROTECTED, parentInstitution } from '../../../test/kit/given-institutions.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { writeTo } from '../../../test/kit/write-institutions.ts';
import type { Manufactory } from '../manufactory/manufactory.ts';
import { institutions } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(institutions);
const FIELDS = 'id version role weeklyHours startsOn endsOn manufactory { name }';
let theatre: Manufactory;

const assign = (input: object, staffPseudonym = v4()) =>
  writeTo(
    subgraph,
    'assignMentor',
    { manufactoryId: theatre.id, staffPseudonym, weeklyHours: '10', on: '2006-01-15', ...input },
    FIELDS,
    payrollOf(theatre),
  );

async function givenOne(state: Partial<Manufactory>): Promise<void> {
  const host = parentInstitution();
  theatre = manufactory(host, 'Theatre', state);
  await subgraph.givenToOwner(host, theatre);
}

beforeEach(() => givenOne(PROTECTED));

it('gives a manufactory a mentor, or other staff, and ends that once', async () => {
  const { row } = await assign({});
  expect(row).toEqual({
    id: expect.stringMatching(/^StaffRole_/),
    version: 1,
    role: 'MENTOR',
    weeklyHours: expect.stringMatching(/^10(\.0)?$/),
    startsOn: '2006-01-15',
    endsOn: null,
    manufactory: { name: 'Theatre' },
  });
  expect((await assign({ role: 'TRAINER' })).row).toMatchObject({ role: 'TRAINER' });

  const end = (on: string, expectedVersion: number) =>
    writeTo(subgraph, 'endAssignment', { id: row?.id, expectedVersion, on }, FIELDS, payrollOf(theatre));
  expect((await end('2006-01-14', 1)).refused).toMatchObject({ code: 'INVALID' });
  expect((await end('2006-12-31', 1)).row).toMatchObject({ version: 2, endsOn: '2006-12-31' });
  expect((await end('2006-12-31', 2)).refused).toMatchObject({ guard: 'notEnded' });
  expect(await subgraph.events()).toEqual([]);
});

it('gives nobody the same role twice at a time, but another one', async () => {
  const person = v4();
  await assign({}, person);

  expect((await assign({ on: '2006-03-01' }, person)).refused).toMatchObject({ code: 'CONFLICT', guard: 'overlap' });
  expect((await assign({ role: 'TRAINER' }, person)).refused).toBeNull();
});

it.each([
  [{ staffPseudonym: 'Jan' }, { code: 'INVALID', field: 'staffPseudonym' }],
  [{ weeklyHours: '0' }, { code: 'INVALID', field: 'weeklyHours' }],
  [{ manufactoryId: `Manufactory_${v4()}` }, { code: 'NOT_FOUND' }],
])('refuses an assignment with %j', async (wrong, refused) => {
  expect((await assign(wrong)).refused).toMatchObject(refused);
});

it('assigns nobody to a manufactory that is prepared', async () => {
  await givenOne({});

  expect((await assign({})).refused).toMatchObject({ code: 'CONFLICT', guard: 'status' });
});
