import fc from 'fast-check';
import type { ProtectionSteps } from '../../../subgraphs/outcomes/protection/protect-steps.ts';
import { reasonAbout } from './outsider.ts';
import { publishWorld, THRESHOLDS } from './publish-world.ts';
import { EMPLOYED, LEAVERS, PEOPLE, type World } from './random-releases.ts';

export interface WorldsTally {
  worlds: number;
  /** In which something about people was told. */
  told: number;
  /** In which people were broken down by two traits. */
  crossed: number;
  /** In which an indicator kept its earlier figures. */
  carried: number;
  refused: number;
  cells: number;
  unchecked: number;
}

/** Publishes random worlds and throws, with the world and the secret, where anything can be found out. */
export async function checkWorlds(arbitrary: fc.Arbitrary<World>, runs: number): Promise<WorldsTally> {
  const tally: WorldsTally = { worlds: 0, told: 0, crossed: 0, carried: 0, refused: 0, cells: 0, unchecked: 0 };
  const property = fc.asyncProperty(arbitrary, async (world) => {
    const { releases, notes, refused } = await publishWorld(world);
    for (const indicator of [PEOPLE, LEAVERS, EMPLOYED]) {
      const { secrets, unchecked, cells } = reasonAbout(indicator, releases, THRESHOLDS);
      if (secrets.length > 0) throw new Error(secrets.join('\n'));
      tally.unchecked += unchecked;
      tally.cells += cells;
    }
    const isTold = (fits: (category: string) => boolean) =>
      releases.some(({ figures }) =>
        figures.columns.some(
          ({ indicator, category, hidden }) => indicator === 'PEOPLE' && fits(category) && hidden.includes(0),
        ),
      );
    tally.worlds += 1;
    tally.told += Number(isTold((category) => category === ''));
    tally.crossed += Number(isTold((category) => category.includes(';')));
    tally.carried += Number(notes.some((note) => note.includes('the figures of the release before')));
    tally.refused += refused;
  });
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
  return tally;
}

/** In how many of the same worlds something is found out where these steps are taken in place of ours. */
export async function worldsThatTell(
  arbitrary: fc.Arbitrary<World>,
  runs: number,
  steps: ProtectionSteps,
): Promise<number> {
  let telling = 0;
  for (const world of fc.sample(arbitrary, { numRuns: runs, seed: 7 })) {
    const { releases } = await publishWorld(world, steps);
    const isFound = [PEOPLE, LEAVERS, EMPLOYED].some(
      (indicator) => reasonAbout(indicator, releases, THRESHOLDS).secrets.length > 0,
    );
    telling += Number(isFound);
  }
  return telling;
}
