import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reasonAbout } from './outsider.ts';
import { publishWorld, THRESHOLDS } from './publish-world.ts';
import { EMPLOYED, LEAVERS, PEOPLE, someWorld } from './random-releases.ts';

it('lets nobody find out a few people from any releases, their revisions and those of another network', async () => {
  const tally = { cells: 0, unchecked: 0, refused: 0, told: 0, crossings: 0 };
  await fc.assert(
    fc.asyncProperty(someWorld, async (world) => {
      const { releases, refused } = await publishWorld(world);
      for (const indicator of [PEOPLE, LEAVERS, EMPLOYED]) {
        const { secrets, unchecked, cells } = reasonAbout(indicator, releases, THRESHOLDS);
        expect(secrets).toEqual([]);
        tally.unchecked += unchecked;
        tally.cells += cells;
      }
      tally.refused += refused;
      for (const { figures } of releases) {
        for (const { indicator, category, hidden } of figures.columns) {
          if (indicator === 'PEOPLE' && category === '') tally.told += Number(hidden.includes(0));
          if (category.includes(';SEX=F')) tally.crossings += Number(hidden.includes(0));
        }
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 200), endOnFailure: true },
  );
  expect(tally.told).toBeGreaterThan(150);
}, 600_000);
