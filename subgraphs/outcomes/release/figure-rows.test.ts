import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v4 } from 'uuid';
import { network } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { DATASETS } from '../dataset/datasets.ts';
import { columnsOf } from '../dataset/figure-column.ts';
import { isDerived } from '../indicator/indicator-definition.ts';
import type { ReleasedFigures } from '../protection/released-figures.ts';
import { outcomes } from '../subgraph.ts';
import { Basis } from '../submission/submission.ts';
import { toRows } from './figure-rows.ts';
import { Release } from './release.ts';
import { releaseTree } from './release-tree.ts';
import { readReleasedFigures, storeReleasedFigures } from './stored-figures.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const TREE = releaseTree('PL_1261011');
const PLACES = TREE.length;
const COLUMNS = columnsOf(DATASETS[0] as (typeof DATASETS)[number]);
const TOTALS = new Set(
  DATASETS.flatMap(({ indicators }) => indicators.filter((one) => !isDerived(one)).map(({ code }) => code)),
);
const isTotal = ({ indicator, category }: { indicator: string; category: string }): boolean =>
  category === '' && TOTALS.has(indicator);

const figures: fc.Arbitrary<ReleasedFigures> = fc
  .tuple(
    ...COLUMNS.map((column) =>
      fc.record({
        ...{ indicator: fc.constant(column.indicator), category: fc.constant(column.category) },
        values: fc
          .array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.maxSafeNat(), fc.nat({ max: 12 })), {
            minLength: PLACES,
            maxLength: PLACES,
          })
          .map((values) => Float64Array.from(values)),
        hidden: fc
          .array(fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.constant(1)), {
            minLength: PLACES,
            maxLength: PLACES,
          })
          .map((hidden) => Uint8Array.from(hidden)),
      }),
    ),
  )
  .map((columns) => ({ tree: TREE, columns }));

async function storedAndRead(given: ReleasedFigures): Promise<ReleasedFigures> {
  const place = network('Małopolska', 'PL21');
  const release = Object.assign(new Release(), {
    organisationId: v4(),
    networkId: place.uuid,
    level: place.level,
    dataset: 'PEOPLE',
    period: '2005',
    number: 1,
    asOf: '2006-01-10',
    columns: given.columns.map(({ indicator, category }) => ({ indicator, category, basis: Basis.MEASURED })),
    hash: '0'.repeat(64),
  });
  release.placeIn('PL_1261011');
  await subgraph.given(place, release);
  const em = subgraph.orm.em.fork();
  await storeReleasedFigures(em, release, toRows(given));
  return readReleasedFigures(em, release);
}

/** What a reader can tell of a territory: where every counted total is published as 0, all else is known to be 0. */
function asKnown({ columns }: ReleasedFigures): unknown {
  const nothing = TREE.map((_, place) =>
    columns.every((column) => column.values[place] === 0 && (!isTotal(column) || !column.hidden[place])),
  );
  return columns.map(({ indicator, category, values, hidden }) => ({
    indicator,
    category,
    cells: TREE.map((_, place) => [values[place], nothing[place] ? 0 : hidden[place]]),
  }));
}

it('reads again exactly what was stored, the hidden figures, too', async () => {
  await fc.assert(
    fc.asyncProperty(figures, async (given) => {
      const read = await storedAndRead(given);

      expect(asKnown(read)).toEqual(asKnown(given));
    }),
    { numRuns: 30 },
  );
});

const column = (indicator: string, category: string, values: number[], hidden: number[]) => ({
  indicator,
  category,
  values: Float64Array.from(values),
  hidden: Uint8Array.from(hidden),
});

it('keeps no row of a territory that has 0 throughout, but of one whose 0 is hidden', () => {
  const tree = TREE.slice(0, 3);
  const rows = toRows({
    tree,
    columns: [column('EECO01', '', [4, 0, 0], [0, 1, 0]), column('EECO01', 'SEX=F', [4, 0, Number.NaN], [1, 1, 1])],
  });

  expect(rows).toEqual([
    { territory: tree[0]?.code, level: 'LOCAL', published: [4, null], withheld: [null, 4] },
    { territory: tree[1]?.code, level: 'LOCAL', published: [null, null], withheld: [0, 0] },
  ]);
});
