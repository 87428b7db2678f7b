import { describe, expect, it } from '@jest/globals';
import { hide } from '../../../subgraphs/outcomes/disclosure-control/count-table.ts';
import { isSmall, suppress } from '../../../subgraphs/outcomes/disclosure-control/suppress.ts';
import { type ProtectionSteps, STEPS } from '../../../subgraphs/outcomes/protection/protect-steps.ts';
import { checkWorlds, worldsThatTell } from './check-worlds.ts';
import { someCorrelatedWorld, someLargeWorld, someWorld } from './random-releases.ts';

/** Half of the rule: what an earlier release hid stays hidden. */
const hideWhatWasHidden: ProtectionSteps['hideByEarlierReleases'] = (table, earlier) => {
  for (const { cells } of earlier) {
    const hidden = new Set(cells.flatMap((cell) => (cell.hidden ? [cell.code] : [])));
    for (const cell of table.cells) if (hidden.has(cell.code)) hide(cell);
  }
};

it('lets nobody find out a few people from releases, their revisions and those of another network', async () => {
  const { told, cells, unchecked } = await checkWorlds(someWorld, 60);

  expect(told).toBeGreaterThan(40);
  expect(unchecked / cells).toBeLessThan(0.1);
}, 600_000);

it('breaks people down by two traits where that tells no more of the regions than it may', async () => {
  const { worlds, crossed } = await checkWorlds(someLargeWorld, 25);

  expect(worlds).toBe(25);
  expect(crossed).toBeGreaterThan(15);
}, 600_000);

describe('would tell of a few people', () => {
  const unaudited: ProtectionSteps = {
    ...STEPS,
    audit: () => ({ exposures: [], unchecked: [], components: 0 }),
  };

  it.each<[string, Partial<ProtectionSteps>]>([
    ['without the audit, for revisions', {}],
    ['without suppression of totals', { suppress: () => undefined }],
    ['where only small counts are hidden', { suppress: ({ cells }) => cells.filter(isSmall).forEach(hide) }],
    ['where earlier releases are not looked at', { hideByEarlierReleases: () => undefined }],
    ['where a revision may differ by a few', { hideByEarlierReleases: hideWhatWasHidden }],
    [
      'where each category is protected by itself',
      { suppressBreakdown: (_, categories) => categories.forEach(suppress) },
    ],
  ])(
    '%s',
    async (_, naive) => {
      expect(await worldsThatTell(someWorld, 20, { ...unaudited, ...naive })).toBeGreaterThan(0);
    },
    600_000,
  );

  it('where a crossing is not checked together with its margins', async () => {
    expect(await worldsThatTell(someCorrelatedWorld, 60, STEPS)).toBe(0);
    expect(await worldsThatTell(someCorrelatedWorld, 60, { ...STEPS, crossingsThatTell: () => [] })).toBeGreaterThan(0);
  }, 600_000);
});
