import { describe, expect, it } from '@jest/globals';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import {
  type Counts,
  DATASET,
  EMPLOYED,
  HOURS,
  LEAVERS,
  ORGANISATIONS,
  PEOPLE,
  SHARE,
} from '../../../test/disclosure/release/random-releases.ts';
import { type Place, territoryTree } from '../disclosure-control/territory-tree.ts';
import { thresholdsOf } from '../disclosure-control/thresholds.ts';
import type { IndicatorDefinition } from '../indicator/indicator-definition.ts';
import { type EarlierRelease, type ProtectedRelease, protectRelease } from './protect-release.ts';

const { NATIONAL, REGIONAL, LOCAL } = TerritoryLevel;

const PLACES: readonly Place[] = [
  { code: 'N', level: NATIONAL, parentCode: null },
  ...['R1', 'R2', 'R3'].map((code) => ({ code, level: REGIONAL, parentCode: 'N' })),
  ...['R1.a', 'R1.b', 'R2.a', 'R2.b', 'R3.a', 'R3.b'].map((code) => ({
    code,
    level: LOCAL,
    parentCode: code.slice(0, 2),
  })),
];

type ByCategory = Readonly<Record<string, Readonly<Record<string, number>>>>;

interface Wanted {
  readonly indicators?: readonly IndicatorDefinition[];
  readonly root?: string;
  readonly places?: readonly Place[];
  readonly period?: string;
  readonly earlier?: readonly EarlierRelease[];
}

function protect(counts: Readonly<Record<string, ByCategory>>, wanted: Wanted = {}): Promise<ProtectedRelease> {
  const { indicators = [PEOPLE], root = 'N', places = PLACES, period = '2026', earlier = [] } = wanted;
  const inside = places.filter(({ code }) => root === 'N' || code.startsWith(root));
  const counted = (indicator: string): Counts =>
    new Map(
      Object.entries(counts[indicator] ?? {}).map(([category, byTerritory]) => [
        category,
        new Map(Object.entries(byTerritory)),
      ]),
    );
  return protectRelease({
    dataset: { ...DATASET, indicators },
    period,
    sequence: earlier.length + 1,
    tree: territoryTree(inside.map((place) => (place.code === root ? { ...place, parentCode: null } : place))),
    thresholds: thresholdsOf(),
    countsOf: async (indicator) => counted(indicator),
    earlier,
  });
}

/** `N 240, R1 c …` of the territories of a column. */
function seen({ figures: { tree, columns } }: ProtectedRelease, indicator: string, category = ''): string {
  const column = columns.find((one) => one.indicator === indicator && one.category === category);
  return tree.map(({ code }, place) => `${code} ${column?.hidden[place] ? 'c' : column?.values[place]}`).join(', ');
}

const asEarlier = ({ figures }: ProtectedRelease, sequence: number, period = '2026'): EarlierRelease => ({
  sequence,
  period,
  figures,
});

const TOTALS = { 'R1.a': 40, 'R1.b': 40, 'R2.a': 30, 'R2.b': 50, 'R3.a': 45, 'R3.b': 35 };
const halves = (all: Readonly<Record<string, number>>): ByCategory => {
  const women = Object.fromEntries(Object.entries(all).map(([code, count]) => [code, Math.floor(count / 2)]));
  const men = Object.fromEntries(Object.entries(all).map(([code, count]) => [code, count - (women[code] ?? 0)]));
  return { '': all, 'SEX=F': women, 'SEX=MX': men };
};

it('publishes totals everywhere, one trait from the region up, and in the country two', async () => {
  const quarter = (share: number) => Object.fromEntries(Object.entries(TOTALS).map(([code]) => [code, share]));
  const crossed = {
    'DISABILITY=YES;SEX=F': quarter(12),
    'DISABILITY=YES;SEX=MX': quarter(12),
    'DISABILITY=NO;SEX=F': quarter(12),
    'DISABILITY=NO;SEX=MX': quarter(12),
  };
  const singles = Object.fromEntries(
    ['SEX=F', 'SEX=MX', 'DISABILITY=YES', 'DISABILITY=NO'].map((category) => [category, quarter(24)]),
  );
  const made = await protect({ PEOPLE: { '': quarter(48), ...singles, ...crossed } });

  expect(seen(made, 'PEOPLE')).not.toContain('c');
  expect(seen(made, 'PEOPLE', 'SEX=F')).toBe(
    'N 144, R1 48, R2 48, R3 48, R1.a c, R1.b c, R2.a c, R2.b c, R3.a c, R3.b c',
  );
  expect(seen(made, 'PEOPLE', 'DISABILITY=YES;SEX=F')).toContain('N 72, R1 c, R2 c, R3 c,');
  expect(made.notes).toEqual([]);
});

it('publishes nothing nearer to people than the lowest level of an indicator', async () => {
  const made = await protect({ LEAVERS: halves(TOTALS) }, { indicators: [LEAVERS] });

  expect(seen(made, 'LEAVERS')).toBe('N 240, R1 80, R2 80, R3 80, R1.a c, R1.b c, R2.a c, R2.b c, R3.a c, R3.b c');
});

it('tells of the districts of a municipality how many there are, and never who', async () => {
  const districts = ['R1.a.x', 'R1.a.y'].map((code) => ({ code, level: LOCAL, parentCode: 'R1.a' }));
  const { 'R1.a': _, ...others } = TOTALS;
  const made = await protect(
    { PEOPLE: halves({ ...others, 'R1.a.x': 20, 'R1.a.y': 22 }) },
    { places: [...PLACES, ...districts] },
  );

  expect(seen(made, 'PEOPLE')).toContain('R1.a.x 20, R1.a.y 22');
  expect(seen(made, 'PEOPLE', 'SEX=F')).toContain('R3.b c, R1.a.x c, R1.a.y c');
});

describe('a breakdown that a partner left out', () => {
  it('is hidden where it does not add up, and above, and nowhere else', async () => {
    const { 'SEX=F': women = {}, 'SEX=MX': men = {} } = halves(TOTALS);
    const without = (all: Readonly<Record<string, number>>) => ({ ...all, 'R3.a': 0 });
    const made = await protect({ PEOPLE: { '': TOTALS, 'SEX=F': without(women), 'SEX=MX': without(men) } });

    expect(seen(made, 'PEOPLE')).not.toContain('c');
    expect(seen(made, 'PEOPLE', 'SEX=F')).toContain('N c, R1 40, R2 40, R3 c,');
  });

  it('contradicts the total where there are more in it, and is refused', async () => {
    const { 'SEX=F': women = {} } = halves(TOTALS);

    await expect(protect({ PEOPLE: { '': TOTALS, 'SEX=F': women, 'SEX=MX': TOTALS } })).rejects.toMatchObject({
      extensions: { code: 'INVALID' },
    });
  });
});

describe('a planted late record', () => {
  it('is not seen: the territories around it are hidden, and all figures kept where nothing could be told else', async () => {
    const first = await protect({ PEOPLE: halves(TOTALS) });
    const late = { ...TOTALS, 'R1.a': 41 };
    const second = await protect({ PEOPLE: halves(late) }, { earlier: [asEarlier(first, 1)] });

    expect(second.figures.columns.map(({ values, hidden }) => [values, hidden])).toEqual(
      first.figures.columns.map(({ values, hidden }) => [values, hidden]),
    );
    expect(second.notes).toEqual([
      'PEOPLE has the figures of the release before, for the new ones differ from them by so few people that these could be found out.',
    ]);
  });

  it('is not seen among many that came late elsewhere', async () => {
    const first = await protect({ PEOPLE: { '': TOTALS } });
    const late = { ...TOTALS, 'R1.a': 41, 'R2.a': 60 };
    const second = await protect({ PEOPLE: { '': late } }, { earlier: [asEarlier(first, 1)] });

    // R2.a alone would be 30 of the 31 that the country has more, and so tell of the one.
    expect(seen(second, 'PEOPLE')).toBe('N 271, R1 c, R2 c, R3 80, R1.a c, R1.b c, R2.a c, R2.b c, R3.a 45, R3.b 35');
  });

  it('takes hours along with the people whose they are', async () => {
    const indicators = [PEOPLE, HOURS];
    const first = await protect({ PEOPLE: { '': TOTALS }, HOURS: { '': TOTALS } }, { indicators });
    const late = { ...TOTALS, 'R1.a': 41 };
    const second = await protect(
      { PEOPLE: { '': late }, HOURS: { '': late } },
      { indicators, earlier: [asEarlier(first, 1)] },
    );

    expect(seen(second, 'HOURS')).toBe(seen(first, 'HOURS'));
  });
});

describe('a submission that only the region approved', () => {
  const regional = { 'R1.a': 43, 'R1.b': 40 };

  it('is not told by the difference of its release and that of the country', async () => {
    const region = await protect({ PEOPLE: { '': regional } }, { root: 'R1' });
    const country = await protect({ PEOPLE: { '': TOTALS } }, { earlier: [asEarlier(region, 1)] });

    expect(seen(region, 'PEOPLE')).toBe('R1 83, R1.a 43, R1.b 40');
    expect(seen(country, 'PEOPLE')).toBe('N 240, R1 c, R2 c, R3 80, R1.a c, R1.b c, R2.a c, R2.b c, R3.a 45, R3.b 35');
  });

  it('hides all of the region, where the country published before and the region has no earlier release', async () => {
    const country = await protect({ PEOPLE: { '': TOTALS } });
    const region = await protect({ PEOPLE: { '': regional } }, { root: 'R1', earlier: [asEarlier(country, 1)] });

    expect(seen(region, 'PEOPLE')).toBe('R1 c, R1.a c, R1.b c');
    expect(region.notes).toEqual([]);
  });
});

it('keeps figures over a change of the territories, though they no longer add up, and goes on from there', async () => {
  const places = PLACES.map((place) => (place.code === 'R3.b' ? { ...place, code: 'R3.c' } : place));
  const { 'R3.b': former, ...others } = TOTALS;
  const first = await protect({ PEOPLE: { '': TOTALS } });
  const later = { PEOPLE: { '': { ...others, 'R3.c': former + 3 } } };
  const second = await protect(later, { places, earlier: [asEarlier(first, 1)] });
  const third = await protect(later, { places, earlier: [asEarlier(first, 1), asEarlier(second, 2)] });

  expect(seen(second, 'PEOPLE')).toContain('N 240, R1 80, R2 80, R3 80,');
  expect(seen(second, 'PEOPLE')).toContain('R3.a 45, R3.c c');
  expect(seen(third, 'PEOPLE')).toBe(seen(second, 'PEOPLE'));
});

it('keeps a stock hidden in the next period until it has moved by many', async () => {
  const few = { ...TOTALS, 'R1.a': 4 };
  const first = await protect({ EMPLOYED: { '': few } }, { indicators: [EMPLOYED], period: '2025' });
  const second = await protect(
    { EMPLOYED: { '': { ...TOTALS, 'R1.a': 12 } } },
    { indicators: [EMPLOYED], earlier: [asEarlier(first, 1, '2025')] },
  );

  expect(seen(first, 'EMPLOYED')).toContain('R1.a c, R1.b c');
  expect(seen(second, 'EMPLOYED')).toContain('R1.a c, R1.b c');
});

it('refuses a year beside one of its quarters', async () => {
  const quarter = await protect({ PEOPLE: { '': TOTALS } }, { period: '2026-Q1' });

  await expect(
    protect({ PEOPLE: { '': TOTALS } }, { earlier: [asEarlier(quarter, 1, '2026-Q1')] }),
  ).rejects.toMatchObject({
    message: expect.stringContaining('PEOPLE would be published for 2026 and for 2026-Q1'),
    extensions: { code: 'CONFLICT' },
  });
});

it('tells how many organisations there are, be they few, and hours where the people are told', async () => {
  const few = { ...TOTALS, 'R1.a': 3 };
  const made = await protect(
    { PEOPLE: { '': few }, HOURS: { '': few }, ORGANISATIONS: { '': few } },
    { indicators: [PEOPLE, HOURS, ORGANISATIONS] },
  );

  expect(seen(made, 'ORGANISATIONS')).toContain('R1.a 3, R1.b 40');
  expect(seen(made, 'HOURS')).toBe(seen(made, 'PEOPLE'));
  expect(seen(made, 'HOURS')).toContain('R1.a c, R1.b c, R2.a 30');
});

it('derives a rate from published categories alone, and of enough people', async () => {
  const disabled = { 'R1.a': 20, 'R1.b': 20, 'R2.a': 4, 'R2.b': 4, 'R3.a': 20, 'R3.b': 10 };
  const others = Object.fromEntries(
    Object.entries(TOTALS).map(([code, count]) => [code, count - (disabled[code as keyof typeof disabled] ?? 0)]),
  );
  const made = await protect(
    { PEOPLE: { '': TOTALS, 'DISABILITY=YES': disabled, 'DISABILITY=NO': others } },
    { indicators: [PEOPLE, SHARE] },
  );

  expect(seen(made, 'PEOPLE', 'DISABILITY=YES')).toContain('N 78, R1 c, R2 c, R3 30,');
  expect(seen(made, 'SHARE')).toContain('N 33, R1 c, R2 c, R3 38, R1.a c');
});
