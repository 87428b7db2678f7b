import { beforeEach, expect, it } from '@jest/globals';
import { figuresOf } from '../../../test/kit/figures.ts';
import { beneficiary, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import type { Beneficiary } from '../beneficiary/beneficiary.ts';
import { EmploymentStatus, EntryAnswer, Sex } from '../beneficiary/entry-facts.ts';
import { FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from '../beneficiary/journey.ts';
import { cps } from '../subgraph.ts';
import type { SupportCentre } from '../support-centre/support-centre.ts';

const subgraph = new SubgraphUnderTest(cps);
const YEAR = 'dataset: "PEOPLE", period: "2025"';
let centre: SupportCentre;
beforeEach(() => {
  centre = supportCentre('CPS');
});

const count = async (args = YEAR) => figuresOf(subgraph, 'cpsFigures', args);
/** What an indicator counts, by category. */
async function countsOf(indicator: string): Promise<Record<string, number>> {
  const lines = (await count()).lines.filter((line) => line.indicator === indicator);
  return Object.fromEntries(lines.map(({ category, value }) => [category, value]));
}

const left = (leftOn: string, ...leavingResults: LeavingResult[]) => ({
  status: JourneyStatus.LEFT,
  leftOn,
  resultsOn: leftOn,
  leavingReason: LeavingReason.OWN_WISH,
  leavingResults,
});
const followedUp = (leftOn: string, followedUpOn: string, ...followUpResults: FollowUpResult[]) => ({
  ...left(leftOn),
  status: JourneyStatus.FOLLOWED_UP,
  followedUpOn,
  followUpResults,
});

it('counts who entered in the period, and nobody before or after', async () => {
  await subgraph.given(
    centre,
    beneficiary(centre, { referredOn: '2024-12-31' }),
    beneficiary(centre, { referredOn: '2025-01-01', birthYear: 2007, iscedLevel: 2, disability: EntryAnswer.YES }),
    beneficiary(centre, { referredOn: '2025-12-31', sex: Sex.NON_BINARY, disability: EntryAnswer.REFUSED }),
    beneficiary(centre, { referredOn: '2026-01-01' }),
  );

  expect(await count()).toMatchObject({
    rows: 20,
    csv: `indicator,category,territory,value,basis
EECO01,,PL_1261011,2,MEASURED
EECO01,AGE=18_29,PL_1261011,1,MEASURED
EECO01,AGE=18_29;SEX=F,PL_1261011,1,MEASURED
EECO01,AGE=55_UP,PL_1261011,1,MEASURED
EECO01,AGE=55_UP;SEX=MX,PL_1261011,1,MEASURED
EECO01,DISABILITY=NO,PL_1261011,1,MEASURED
EECO01,DISABILITY=YES,PL_1261011,1,MEASURED
EECO01,EDUCATION=ISCED_0_2,PL_1261011,1,MEASURED
EECO01,EDUCATION=ISCED_0_2;SEX=F,PL_1261011,1,MEASURED
EECO01,EDUCATION=UNKNOWN,PL_1261011,1,MEASURED
EECO01,EDUCATION=UNKNOWN;SEX=MX,PL_1261011,1,MEASURED
EECO01,EMPLOYMENT=SHORT_TERM,PL_1261011,2,MEASURED
EECO01,EMPLOYMENT=SHORT_TERM;SEX=F,PL_1261011,1,MEASURED
EECO01,EMPLOYMENT=SHORT_TERM;SEX=MX,PL_1261011,1,MEASURED
EECO01,FOREIGN=NO,PL_1261011,2,MEASURED
EECO01,HOMELESS=NO,PL_1261011,2,MEASURED
EECO01,MINORITY=NO,PL_1261011,2,MEASURED
EECO01,SEX=F,PL_1261011,1,MEASURED
EECO01,SEX=MX,PL_1261011,1,MEASURED
EECO01,THIRD_COUNTRY=NO,PL_1261011,2,MEASURED
`,
  });
});

it('sorts each fact into its category, to the last year of an age and the last level of education', async () => {
  const born = [2008, 2007, 1996, 1995, 1971, 1970].map((birthYear) => ({ birthYear }));
  const educated = [0, 2, 3, 4, 5, 8].map((iscedLevel) => ({ iscedLevel }));
  const worked = Object.values(EmploymentStatus).map((employmentStatus) => ({ employmentStatus }));
  const told = Object.values(EntryAnswer).map((thirdCountryNational) => ({ thirdCountryNational }));
  const others = [{ foreignBackground: EntryAnswer.YES }, { minority: EntryAnswer.YES }, { homeless: EntryAnswer.YES }];
  const people = [...born, ...educated, ...worked, ...told, ...others].map((facts) =>
    beneficiary(centre, { birthYear: 1990, iscedLevel: 4, ...facts, referredOn: '2025-06-01' }),
  );
  await subgraph.given(centre, ...people);

  expect(await countsOf('EECO01')).toMatchObject({
    '': people.length,
    'AGE=UNDER_18': 1,
    'AGE=18_29': 2,
    'AGE=30_54': people.length - 4,
    'AGE=55_UP': 1,
    'EDUCATION=ISCED_0_2': 2,
    'EDUCATION=ISCED_5_8': 2,
    'EMPLOYMENT=LONG_TERM': 1,
    'EMPLOYMENT=INACTIVE': 1,
    'EMPLOYMENT=EMPLOYED': 1,
    'THIRD_COUNTRY=YES': 1,
    'FOREIGN=YES': 1,
    'MINORITY=YES': 1,
    'HOMELESS=YES': 1,
  });
});

it('counts who left in the period, with results, and who was asked again in it', async () => {
  const { EECR01, EECR02, EECR03, EECR04 } = LeavingResult;
  const inactive = { employmentStatus: EmploymentStatus.INACTIVE };
  const people = [
    left('2024-12-31', EECR04),
    { ...inactive, ...left('2025-01-01', EECR01, EECR02) },
    { sex: Sex.MALE, ...left('2025-12-31', EECR03, EECR04) },
    left('2026-01-01', EECR04),
    { employedOn: '2023-02-01', ...followedUp('2024-01-01', '2024-12-31', FollowUpResult.EECR05) },
    { employedOn: '2023-02-01', ...followedUp('2024-01-01', '2025-01-01', FollowUpResult.EECR05) },
    { ...followedUp('2024-01-01', '2025-12-31', FollowUpResult.EECR05) },
    {
      employmentStatus: EmploymentStatus.EMPLOYED,
      employedOn: '2023-02-01',
      ...followedUp('2024-01-01', '2025-12-31', FollowUpResult.EECR06),
    },
    { ...followedUp('2024-01-01', '2026-01-01', FollowUpResult.EECR05) },
  ];
  await subgraph.given(centre, ...people.map((facts) => beneficiary(centre, { ...facts, referredOn: '2023-01-01' })));

  expect(await countsOf('NH-P3')).toEqual({
    '': 2,
    'SEX=F': 1,
    'SEX=MX': 1,
    'SEARCHING=YES': 1,
    'SEARCHING=NO': 1,
    'IN_EDUCATION=YES': 1,
    'IN_EDUCATION=NO': 1,
    'QUALIFIED=YES': 1,
    'QUALIFIED=NO': 1,
    'IN_WORK=YES': 1,
    'IN_WORK=NO': 1,
  });
  expect(await countsOf('NH-P4')).toEqual({
    '': 3,
    'SEX=F': 3,
    'WORK_AFTER_6=SUSTAINED': 1,
    'WORK_AFTER_6=OTHER': 1,
    'WORK_AFTER_6=NO': 1,
    'IMPROVED_AFTER_6=YES': 1,
    'IMPROVED_AFTER_6=NO': 2,
  });
});

it('counts who was employed on the last day of the period', async () => {
  const at = (employedOn: string | null, facts: Partial<Beneficiary> = {}) =>
    beneficiary(centre, { referredOn: '2024-01-01', employedOn, ...facts });
  const working = { status: JourneyStatus.EMPLOYED_PROTECTED };
  await subgraph.given(
    centre,
    at('2025-12-31', working),
    at('2026-01-01', working),
    at('2024-05-01', left('2025-12-31')),
    at('2024-05-01', { ...left('2026-01-01'), sex: Sex.MALE }),
    at(null),
  );

  expect(await countsOf('NH-P1')).toEqual({ '': 2, 'SEX=F': 1, 'SEX=MX': 1 });
});

it('counts by place, and for one organisation where one is named', async () => {
  const other = supportCentre('Another', 'PL_1203033');
  await subgraph.given(
    centre,
    other,
    ...[centre, other, other].map((of) => beneficiary(of, { referredOn: '2025-01-01' })),
  );
  const totals = async (args: string) =>
    (await count(args)).lines
      .filter(({ category }) => category === '')
      .map(({ territory, value }) => `${territory} ${value}`);

  expect(await totals(YEAR)).toEqual(['PL_1203033 2', 'PL_1261011 1']);
  expect(await totals(`${YEAR}, organisation: "Organisation_${centre.organisationId}"`)).toEqual(['PL_1261011 1']);
});

it('reads people in sums alone: one statement for each group, none with a row of anybody', async () => {
  const people = Array.from({ length: 50 }, () => beneficiary(centre, { referredOn: '2025-01-01' }));
  await subgraph.given(centre, ...people);
  await count();

  const [moment, ...counts] = subgraph.sql;
  expect(moment).toContain('repeatable read read only'); // so that all figures are of one moment
  expect(counts).toHaveLength(5); // participants, leavers, followed up, employed, hours
  for (const sql of counts) expect(sql).toMatch(/group by/);
});
