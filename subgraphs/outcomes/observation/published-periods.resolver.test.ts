import { expect, it } from '@jest/globals';
import { readEntities } from '../../../test/kit/ask.ts';
import { network, publishedRelease, unpublished } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { ReleaseStatus } from '../release/release.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);

it('lists the periods of datasets, newest first, anywhere or of a territory, in one statement', async () => {
  const [south, region] = [network('South', 'PL2'), network('Małopolska', 'PL21')];
  await subgraph.given(
    south,
    region,
    publishedRelease(region, 'PEOPLE', '2023', []),
    publishedRelease(south, 'PEOPLE', '2024', []),
    publishedRelease(south, 'PEOPLE', '2023', []),
    publishedRelease(region, 'PEOPLE', '2022', []),
    publishedRelease(region, 'PEOPLE', '2025', [], unpublished(ReleaseStatus.APPROVED)),
    publishedRelease(region, 'PEOPLE', '2021', [], { status: ReleaseStatus.SUPERSEDED }),
    publishedRelease(south, 'MANUFACTORIES', '2024-Q4', []),
    publishedRelease(south, 'MANUFACTORIES', '2025-Q1', []),
  );

  const periods = async (args: string) => {
    const found = await readEntities(
      subgraph,
      'Dataset',
      ['MANUFACTORIES', 'PEOPLE'],
      `publishedPeriods${args}`,
      'code',
    );
    return found.map(({ publishedPeriods }) => publishedPeriods);
  };
  expect(await periods('')).toEqual([
    ['2025-Q1', '2024-Q4'],
    ['2024', '2023', '2022'],
  ]);
  expect(subgraph.sql).toHaveLength(1);
  expect(await periods('(territory: "PL22")')).toEqual([
    ['2025-Q1', '2024-Q4'],
    ['2024', '2023'],
  ]);
  expect(await periods('(territory: "PL213")')).toEqual([
    ['2025-Q1', '2024-Q4'],
    ['2024', '2023', '2022'],
  ]);
  expect(await periods('(territory: "EU")')).toEqual([[], []]);
});
