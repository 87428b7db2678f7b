import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, notAddingUp } from '../../../test/kit/figures.ts';
import { beneficiary, supportCentre } from '../../../test/kit/given-cps.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { daysLater, monthsLater } from '../beneficiary/days.ts';
import { EmploymentStatus, EntryAnswer, Sex } from '../beneficiary/entry-facts.ts';
import { FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from '../beneficiary/journey.ts';
import { cps } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(cps);

/** What becomes of somebody: at which point of the journey they are, and after how many days they left. */
const fate = fc.record({
  status: fc.constantFrom(
    JourneyStatus.REFERRED,
    JourneyStatus.EMPLOYED_PROTECTED,
    JourneyStatus.LEFT,
    JourneyStatus.FOLLOWED_UP,
  ),
  stayed: fc.integer({ min: 0, max: 300 }),
  worked: fc.boolean(),
  leavingResults: fc.subarray([LeavingResult.EECR02, LeavingResult.EECR03]),
});

function factsOf({ status, stayed, worked, leavingResults }: Fate, { referredOn, employmentStatus }: Somebody) {
  const employedOn = worked || status === JourneyStatus.EMPLOYED_PROTECTED ? referredOn : null;
  if (status === JourneyStatus.REFERRED || status === JourneyStatus.EMPLOYED_PROTECTED) return { status, employedOn };
  const leftOn = daysLater(referredOn, stayed);
  const left = { leftOn, resultsOn: leftOn, leavingReason: LeavingReason.OWN_WISH, leavingResults };
  if (status === JourneyStatus.LEFT) return { status, employedOn, ...left };
  const result = employmentStatus === EmploymentStatus.EMPLOYED ? FollowUpResult.EECR06 : FollowUpResult.EECR05;
  const followUp = { followedUpOn: monthsLater(leftOn, 6), followUpResults: worked ? [result] : [] };
  return { status, employedOn, ...left, ...followUp };
}
const answer = fc.constantFrom(...Object.values(EntryAnswer));
const somebody = fc.record({
  sex: fc.constantFrom(...Object.values(Sex)),
  birthYear: fc.integer({ min: 1940, max: 2012 }),
  referredOn: fc.integer({ min: 0, max: 800 }).map((days) => daysLater('2024-03-01', days)),
  employmentStatus: fc.constantFrom(...Object.values(EmploymentStatus)),
  iscedLevel: fc.option(fc.integer({ min: 0, max: 8 })),
  disability: answer,
  thirdCountryNational: answer,
  foreignBackground: answer,
  minority: answer,
  homeless: answer,
});
type Somebody = typeof somebody extends fc.Arbitrary<infer T> ? T : never;
type Fate = typeof fate extends fc.Arbitrary<infer T> ? T : never;
const placed = fc.tuple(
  somebody,
  fate,
  fc.constantFrom('PL_1261011-D17', 'PL_1261011-D18', 'PL_1203033', 'PL_1261011'),
);

it('counts everybody once in every breakdown, whoever they are and wherever', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(placed, { maxLength: 30 }), async (world) => {
      const afresh = supportCentre('CPS');
      const people = world.map(([facts, become, territory]) => {
        const one = beneficiary(afresh, { ...facts, ...factsOf(become, facts) });
        one.placeIn(territory);
        return one;
      });
      await subgraph.given(afresh, ...people);
      const { lines } = await figuresOf(subgraph, 'cpsFigures', 'dataset: "PEOPLE", period: "2025"');

      expect(notAddingUp(lines)).toEqual([]);
      const all = (code: string): number =>
        lines
          .filter(({ indicator, category }) => indicator === code && category === '')
          .reduce((sum, { value }) => sum + value, 0);
      expect(all('NH-P3')).toBe(people.filter(({ leftOn }) => leftOn?.startsWith('2025')).length);
      expect(all('NH-P4')).toBe(people.filter(({ followedUpOn }) => followedUpOn?.startsWith('2025')).length);
      expect(all('EECO01')).toBe(people.filter(({ referredOn }) => referredOn.startsWith('2025')).length);
      const breakdowns = lines.map(({ indicator, category }) => `${indicator} ${category.replaceAll(/=[^;]*/g, '')}`);
      expect(new Set(breakdowns.filter((one) => one.startsWith('EECO01'))).size).toBe(all('EECO01') > 0 ? 13 : 0);
    }),
    { numRuns: 25 },
  );
}, 60_000);
