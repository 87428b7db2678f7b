import fc from 'fast-check';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { type DatasetDefinition, Frequency } from '../../../subgraphs/outcomes/dataset/dataset-definition.ts';
import { type TerritoryTree, territoryTree } from '../../../subgraphs/outcomes/disclosure-control/territory-tree.ts';
import {
  type CountedIndicator,
  Dimension,
  type IndicatorDefinition,
  IndicatorSubject,
  Measure,
} from '../../../subgraphs/outcomes/indicator/indicator-definition.ts';

const { NATIONAL, REGIONAL, LOCAL } = TerritoryLevel;

const counted = (code: string, more: Partial<CountedIndicator> = {}): CountedIndicator => ({
  code,
  label: { en: code, pl: code },
  definition: code,
  subject: IndicatorSubject.PERSON,
  measure: Measure.FLOW,
  unit: 'persons',
  decimals: 0,
  additiveOver: [Dimension.TERRITORY],
  lowestLevel: LOCAL,
  countedBy: 'cps',
  breakdowns: [],
  ...more,
});

const derived = { additiveOver: [], lowestLevel: REGIONAL, decimals: 0, definition: '', label: { en: '', pl: '' } };

export const PEOPLE = counted('PEOPLE', { breakdowns: [['SEX'], ['DISABILITY'], ['SEX', 'DISABILITY']] });
export const LEAVERS = counted('LEAVERS', { lowestLevel: REGIONAL, breakdowns: [['SEX']] });
export const EMPLOYED = counted('EMPLOYED', { measure: Measure.STOCK });
export const HOURS = counted('HOURS', { people: 'PEOPLE', decimals: 2, unit: 'hours' });
export const ORGANISATIONS = counted('ORGANISATIONS', { subject: IndicatorSubject.ORGANISATION });
export const SHARE: IndicatorDefinition = {
  ...derived,
  code: 'SHARE',
  subject: IndicatorSubject.PERSON,
  measure: Measure.FLOW,
  unit: '%',
  formula: {
    some: [{ indicator: 'PEOPLE', category: 'DISABILITY=YES' }],
    others: [{ indicator: 'PEOPLE', category: 'DISABILITY=NO' }],
  },
};

export const DATASET: DatasetDefinition = {
  code: 'TEST',
  label: { en: 'Test', pl: 'Test' },
  frequency: Frequency.ANNUAL,
  indicators: [PEOPLE, LEAVERS, EMPLOYED, HOURS, ORGANISATIONS, SHARE],
};

/** Who is in a municipality: women and men with disabilities, and without. */
type Group = readonly [number, number, number, number];

interface Municipality {
  readonly region: number;
  readonly code: string;
  /** Of the submission that all networks approve, of one that only the region approves, and those who were late. */
  readonly groups: readonly [Group, Group, Group];
}

export interface Planned {
  readonly network: 'REGION' | 'NATION';
  readonly withLate: boolean;
  readonly period: string;
}

export interface World {
  readonly municipalities: readonly Municipality[];
  readonly releases: readonly Planned[];
  /** Some municipality does not say who has a disability. */
  readonly leavesOut: boolean;
}

export type Counts = Map<string, Map<string, number>>;

const few = fc.integer({ min: 1, max: 4 });
const someCount = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 6, arbitrary: fc.integer({ min: 10, max: 60 }) },
);
const rarely = fc.oneof(
  { weight: 9, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: few },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 20 }) },
);
const group = (count: fc.Arbitrary<number>): fc.Arbitrary<Group> => fc.tuple(count, count, count, count);

const someMunicipality = fc.tuple(group(someCount), group(rarely), group(rarely));
const somePlan: fc.Arbitrary<Planned> = fc.record({
  network: fc.constantFrom('REGION' as const, 'NATION' as const),
  withLate: fc.boolean(),
  period: fc.oneof({ weight: 4, arbitrary: fc.constant('2026') }, { weight: 1, arbitrary: fc.constant('2025') }),
});

export const someWorld: fc.Arbitrary<World> = fc.record({
  municipalities: fc
    .array(fc.array(someMunicipality, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 })
    .map((regions) =>
      regions.flatMap((inner, region) =>
        inner.map((groups, index) => ({ region, code: `R${region}.${index}`, groups })),
      ),
    ),
  releases: fc.array(somePlan, { minLength: 1, maxLength: 3 }),
  leavesOut: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
});

export function treeOf({ municipalities }: World, { network }: Planned): TerritoryTree {
  const regions = [...new Set(municipalities.map(({ region }) => region))];
  const places = [
    { code: 'N', level: NATIONAL, parentCode: null },
    ...regions.map((region) => ({ code: `R${region}`, level: REGIONAL, parentCode: 'N' })),
    ...municipalities.map(({ region, code }) => ({ code, level: LOCAL, parentCode: `R${region}` })),
  ];
  if (network === 'NATION') return territoryTree(places);
  const inside = places.filter(({ code }) => code.startsWith('R0'));
  return territoryTree(inside.map((place) => (place.code === 'R0' ? { ...place, parentCode: null } : place)));
}

/** What is submitted and approved for one release, by indicator. */
export function countsOf(world: World, { network, withLate }: Planned): Map<string, Counts> {
  const all = new Map<string, Counts>(DATASET.indicators.map(({ code }) => [code, new Map()]));
  const add = (indicator: string, category: string, territory: string, count: number): void => {
    const byCategory = all.get(indicator) ?? new Map<string, Map<string, number>>();
    const byTerritory = byCategory.get(category) ?? new Map<string, number>();
    byTerritory.set(territory, (byTerritory.get(territory) ?? 0) + count);
    byCategory.set(category, byTerritory);
  };
  for (const [index, { code, region, groups }] of world.municipalities.entries()) {
    if (network === 'REGION' && region > 0) continue;
    const [approved, regional, late] = groups;
    const parts = [approved, ...(network === 'REGION' ? [regional] : []), ...(withLate ? [late] : [])];
    const sum = (at: number) => parts.reduce((total, part) => total + (part[at] ?? 0), 0);
    const [womenWith, menWith, women, men] = [sum(0), sum(1), sum(2), sum(3)];
    const people = womenWith + menWith + women + men;
    const isSilent = world.leavesOut && index === 0;
    add('PEOPLE', '', code, people);
    add('PEOPLE', 'SEX=F', code, womenWith + women);
    add('PEOPLE', 'SEX=MX', code, menWith + men);
    if (!isSilent) {
      add('PEOPLE', 'DISABILITY=YES', code, womenWith + menWith);
      add('PEOPLE', 'DISABILITY=NO', code, women + men);
      add('PEOPLE', 'DISABILITY=YES;SEX=F', code, womenWith);
      add('PEOPLE', 'DISABILITY=YES;SEX=MX', code, menWith);
      add('PEOPLE', 'DISABILITY=NO;SEX=F', code, women);
      add('PEOPLE', 'DISABILITY=NO;SEX=MX', code, men);
    }
    add('LEAVERS', '', code, womenWith + men);
    add('LEAVERS', 'SEX=F', code, womenWith);
    add('LEAVERS', 'SEX=MX', code, men);
    add('EMPLOYED', '', code, women);
    add('HOURS', '', code, people * 125);
    add('ORGANISATIONS', '', code, men);
  }
  return all;
}

/** Nearly all women have a disability, and nearly no men, so that counts by both are narrowed by those by one. */
const correlated: fc.Arbitrary<Group> = fc.tuple(
  fc.integer({ min: 8, max: 25 }),
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })),
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 })),
  fc.integer({ min: 8, max: 25 }),
);

const NOBODY: Group = [0, 0, 0, 0];

/** A nation in one release, with regions large enough to be broken down. */
const oneRelease = (people: fc.Arbitrary<Group>): fc.Arbitrary<World> =>
  fc.array(fc.array(people, { minLength: 2, maxLength: 3 }), { minLength: 3, maxLength: 4 }).map((regions) => ({
    municipalities: regions.flatMap((inner, region) =>
      inner.map((one, index) => ({ region, code: `R${region}.${index}`, groups: [one, NOBODY, NOBODY] as const })),
    ),
    releases: [{ network: 'NATION', withLate: false, period: '2026' }],
    leavesOut: false,
  }));

export const someCorrelatedWorld = oneRelease(correlated);
export const someLargeWorld = oneRelease(fc.oneof(correlated, group(fc.integer({ min: 0, max: 25 }))));
