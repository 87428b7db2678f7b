import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { territoryOf } from '../../../shared/territory/territory.ts';
import { read } from '../../../test/kit/ask.ts';
import { network, publishedFigures, publishedRelease, unpublished } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { type Release, ReleaseStatus } from '../release/release.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);

const PLACES = ['PL213', 'PL21', 'PL2', 'PL', 'EU'] as const;
const PERIODS = ['2023', '2024', '2025'] as const;
const FIGURES = [null, 0, 7, 12] as const;

interface Planted {
  place: (typeof PLACES)[number];
  period: (typeof PERIODS)[number];
  isPublished: boolean;
  figures: Partial<Record<(typeof PLACES)[number], (typeof FIGURES)[number]>>;
}

const planted: fc.Arbitrary<Planted> = fc.record({
  place: fc.constantFrom(...PLACES.slice(1)),
  period: fc.constantFrom(...PERIODS),
  isPublished: fc.boolean(),
  figures: fc.dictionary(fc.constantFrom(...PLACES), fc.constantFrom(...FIGURES)),
});

const covers = (release: Planted, place: string): boolean =>
  territoryOf(place).path.startsWith(territoryOf(release.place).path);

const figureOf = ({ figures }: Planted, place: (typeof PLACES)[number]): number | null =>
  figures[place] === undefined ? 0 : figures[place];

/** What the graph must tell of a place and a period, found by the plainest means; the last of equal releases is the newest. */
function expected(releases: readonly Planted[], place: (typeof PLACES)[number], period: string) {
  const chain = releases
    .filter((one) => one.isPublished && one.period === period && covers(one, place))
    .toReversed()
    .toSorted((a, b) => territoryOf(b.place).path.length - territoryOf(a.place).path.length);
  const [nearest] = chain;
  if (!nearest) return null;

  const above = PLACES.slice(PLACES.indexOf(place) + 1);
  const beyond = PLACES.slice(PLACES.indexOf(nearest.place) + 1);
  const places = chain.flatMap((one) =>
    (one === nearest ? above : beyond).filter((code) => covers(one, code)).map((code) => ({ one, code })),
  );
  const value = figureOf(nearest, place);
  const fallback = value === null && places.find(({ one, code }) => figureOf(one, code) !== null);
  return {
    period,
    value,
    fallback: fallback ? { value: figureOf(fallback.one, fallback.code), territory: { code: fallback.code } } : null,
  };
}

it('tells of each place and period what the nearest network published last, and what stands for what is hidden', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(planted, { maxLength: 8 }), async (releases) => {
      const networks = releases.map(({ place }) => network('Network', place));
      const rows = releases.map(({ period, isPublished }, i) =>
        publishedRelease(
          networks[i] ?? network('Network', 'PL'),
          'PEOPLE',
          period,
          ['EECO01'],
          isPublished ? {} : unpublished(ReleaseStatus.APPROVED),
        ),
      );
      const figures = releases.flatMap((release, i) =>
        Object.entries(release.figures)
          .filter(([place]) => covers(release, place))
          .map(([place, figure]) => publishedFigures(rows[i] as Release, place, [figure])),
      );
      await subgraph.given(...networks, ...rows, ...figures);

      for (const place of PLACES) {
        const answers = PERIODS.map((period) => expected(releases, place, period)).filter((one) => one !== null);
        const data = await read(
          subgraph,
          `query ($code: ID!) { territory(code: $code) { latest: outcomes(${ASKED}) { ${FIELDS} }
            all: outcomes(${ASKED}, period: "LAST_20_YEARS") { ${FIELDS} } } }`,
          { code: place },
        );
        expect(data.territory).toEqual({ latest: answers.slice(-1), all: answers });
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

const ASKED = 'dataset: "PEOPLE", indicators: ["EECO01"]';
const FIELDS = 'period value fallback { value territory { code } }';
