import { allTerritories, TerritoryLevel } from '../../../shared/territory/territory.ts';
import {
  type Place,
  type TerritoryTree,
  territoryTree,
} from '../../../subgraphs/outcomes/disclosure-control/territory-tree.ts';
import { type CountedIndicator, IndicatorSubject } from '../../../subgraphs/outcomes/indicator/indicator-definition.ts';
import { categoriesOf } from '../../../subgraphs/outcomes/indicator/trait.ts';
import { municipalitiesOf } from './municipalities.ts';
import { Random } from './random.ts';

type Counts = Map<string, Map<string, number>>;

/** Of ten municipalities, four have a partnership. */
const ACTIVE = 0.4;
/** Inhabitants: half of all municipalities have fewer, and a few are cities. */
const MEDIAN_SIZE = 1_500;
const SPREAD = 1.4;
/** Of a thousand inhabitants, so many take part in a year. */
const PER_THOUSAND = 10;

/** The European Union with real NUTS regions and invented municipalities, where people are spread as they are in reality. */
export class SyntheticEurope {
  readonly tree: TerritoryTree;
  /** Municipalities, each with the region whose people its are like. */
  private readonly leaves: readonly { readonly code: string; readonly region: string }[];
  private readonly seed: string;

  constructor(share: number, seed: string) {
    this.seed = seed;
    const places: Place[] = allTerritories().filter(({ path, code }) => path.startsWith('EU/') && code.length <= 5);
    const smallest = Map.groupBy(
      places.filter(({ code }) => code.length === 5),
      ({ code }) => code.slice(0, 2),
    );
    const municipalities = [...smallest].flatMap(([country, regions]) =>
      Array.from({ length: municipalitiesOf(country, share) }, (_, index): Place => {
        const parentCode = regions[index % regions.length]?.code ?? country;
        return { code: `${parentCode}_${index}`, level: TerritoryLevel.LOCAL, parentCode };
      }),
    );
    this.tree = territoryTree([...places, ...municipalities]);
    this.leaves = this.tree
      .filter(({ children }) => children.length === 0)
      .map(({ code }) => ({ code, region: code.slice(0, 4) }));
  }

  get municipalities(): number {
    return this.leaves.length;
  }

  /** What is counted of an indicator in a period; the same each time it is asked. */
  countsOf(indicator: CountedIndicator, period: string): Counts {
    const random = new Random(`${this.seed} ${period} ${indicator.people ?? indicator.code}`);
    const all = this.wholes(indicator, random);
    const counts: Counts = new Map([['', all]]);
    const sexes = this.broken(all, ['SEX'], random, counts);
    const crossed = new Set(indicator.breakdowns.filter(({ length }) => length === 2).flat());
    for (const traits of indicator.breakdowns) {
      const [trait = ''] = traits;
      if (traits.length > 1 || trait === 'SEX') continue;
      if (!crossed.has(trait)) this.broken(all, [trait], random, counts);
      else this.crossed(sexes, trait, random, counts);
    }
    const wanted = new Set(['', ...indicator.breakdowns.flatMap(categoriesOf)]);
    for (const category of counts.keys()) if (!wanted.has(category)) counts.delete(category);
    return counts;
  }

  private wholes({ subject, people }: CountedIndicator, random: Random): Map<string, number> {
    const all = new Map<string, number>();
    for (const { code } of this.leaves) {
      const size = MEDIAN_SIZE * Math.exp(SPREAD * random.normal());
      const isActive = random.next() < ACTIVE;
      const count = isActive ? random.around((size * PER_THOUSAND) / 1_000) : 0;
      if (count === 0) continue;
      if (subject === IndicatorSubject.PERSON) all.set(code, people === undefined ? count : count * 1_250);
      else all.set(code, subject === IndicatorSubject.MONEY ? count * 123_456 : Math.ceil(count / 10));
    }
    return all;
  }

  /** Splits each municipality's people by a trait, with shares that are those of its region. */
  private broken(
    all: ReadonlyMap<string, number>,
    [trait = '']: readonly string[],
    random: Random,
    counts: Counts,
    more = '',
  ): Counts {
    const categories = categoriesOf([trait]);
    const sharesIn = new Map<string, number[]>();
    const found: Counts = new Map();
    for (const [code, count] of all) {
      const region = code.slice(0, 4);
      const shares = sharesIn.get(region) ?? random.shares(categories.length);
      sharesIn.set(region, shares);
      for (const [index, part] of random.split(count, shares).entries()) {
        if (part === 0) continue;
        const category = categories[index] ?? '';
        add(found, category, code, part);
        add(counts, category, code, part);
        if (more) add(counts, [category, more].toSorted().join(';'), code, part);
      }
    }
    return found;
  }

  private crossed(sexes: Counts, trait: string, random: Random, counts: Counts): void {
    for (const [sex, people] of sexes) this.broken(people, [trait], random, counts, sex);
  }
}

function add(counts: Counts, category: string, code: string, part: number): void {
  const byTerritory = counts.get(category) ?? new Map<string, number>();
  counts.set(category, byTerritory.set(code, (byTerritory.get(code) ?? 0) + part));
}
