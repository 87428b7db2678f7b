import { describe, expect, it } from '@jest/globals';
import { readReferenceCsv } from '../../../shared/reference-data/read-csv.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { DATASETS } from '../dataset/datasets.ts';
import { objectionsTo } from '../disclosure-control/publication-rules.ts';
import { CATALOGUE, findIndicator } from './catalogue.ts';
import {
  type CountedIndicator,
  type DerivedIndicator,
  Dimension,
  type IndicatorDefinition,
  IndicatorSubject,
  isDerived,
  Measure,
  type Part,
} from './indicator-definition.ts';
import { categoriesOf, findTrait, TRAITS } from './trait.ts';
import { TRAITS_OF_PEOPLE } from './traits-of-people.ts';

const LEVELS = [TerritoryLevel.LOCAL, TerritoryLevel.REGIONAL, TerritoryLevel.NATIONAL, TerritoryLevel.EUROPEAN];
const height = (level: TerritoryLevel): number => LEVELS.indexOf(level);

const DERIVED = CATALOGUE.filter(isDerived);
const COUNTED = CATALOGUE.filter((indicator): indicator is CountedIndicator => !isDerived(indicator));
const byCode = <T extends IndicatorDefinition>(list: readonly T[]): [string, T][] => list.map((one) => [one.code, one]);

const partsOf = ({ formula }: DerivedIndicator): Part[] => {
  if ('sum' in formula) return [...formula.sum];
  if ('some' in formula) return [...formula.some, ...formula.others];
  return [...formula.of, ...formula.per];
};
const countedPart = ({ indicator }: Part): CountedIndicator => {
  const found = findIndicator(indicator);
  if (!found || isDerived(found)) throw new Error(`${indicator} is not counted.`);
  return found;
};
/** The level nearest to people at which a part is published. */
const levelOf = (part: Part): number => {
  const { lowestLevel, subject } = countedPart(part);
  const isCategoryOfPeople = part.category !== undefined && subject === IndicatorSubject.PERSON;
  return Math.max(height(lowestLevel), isCategoryOfPeople ? height(TerritoryLevel.REGIONAL) : 0);
};
const isWholeTrait = (parts: readonly Part[]): boolean =>
  TRAITS.some(({ code }) => {
    const named = parts.map(({ category }) => category).sort();
    return JSON.stringify(named) === JSON.stringify(categoriesOf([code]).sort());
  });

it('has all common indicators of ESF+, and every code once', () => {
  const codes = CATALOGUE.map(({ code }) => code);
  const numbered = (prefix: string, most: number): string[] =>
    Array.from({ length: most }, (_, i) => `${prefix}${String(i + 1).padStart(2, '0')}`);

  expect(codes).toEqual(expect.arrayContaining([...numbered('EECO', 19), ...numbered('EECR', 6)]));
  expect(new Set(codes).size).toBe(codes.length);
  expect(new Set(TRAITS.map(({ code }) => code)).size).toBe(TRAITS.length);
});

it('names everything in English and in Polish, each category unlike the others of its trait', () => {
  const labels = [
    ...CATALOGUE,
    ...TRAITS,
    ...DATASETS,
    ...TRAITS.flatMap(({ categories }) => Object.values(categories)),
  ];
  const texts = labels.flatMap((one) => ('label' in one ? [one.label.en, one.label.pl] : [one.en, one.pl]));

  expect(texts.filter((text) => !text || text.trim() !== text)).toEqual([]);
  for (const { categories } of TRAITS) {
    for (const language of ['en', 'pl'] as const) {
      const names = Object.values(categories).map((label) => label[language]);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(1);
    }
  }
});

it('has every indicator in a dataset, and every trait in an indicator', () => {
  expect(CATALOGUE.filter((one) => !DATASETS.some(({ indicators }) => indicators.includes(one)))).toEqual([]);
  const used = new Set(COUNTED.flatMap(({ breakdowns }) => breakdowns.flat()));
  expect(TRAITS.filter(({ code }) => !used.has(code))).toEqual([]);
});

it('publishes people by the year alone, and no person’s figure in two datasets', () => {
  for (const { indicators, frequency } of DATASETS) {
    if (indicators.some(({ subject }) => subject === IndicatorSubject.PERSON)) expect(frequency).toBe('ANNUAL');
  }
  const inMany = CATALOGUE.filter((one) => DATASETS.filter(({ indicators }) => indicators.includes(one)).length > 1);
  expect(inMany.filter(({ subject }) => subject === IndicatorSubject.PERSON)).toEqual([]);
});

describe.each(byCode(DERIVED))('%s', (code, indicator) => {
  const parts = partsOf(indicator);

  it('is made of figures that are counted, in every dataset that it is in', () => {
    for (const part of parts) {
      const counted = countedPart(part);
      const categories = counted.breakdowns.flatMap(categoriesOf);
      if (part.category !== undefined) expect(categories).toContain(part.category);
      const without = DATASETS.filter(
        ({ indicators }) => indicators.some((one) => one.code === code) && !indicators.includes(counted),
      );
      expect(without).toEqual([]);
    }
  });

  it('is published where all its parts are, and nowhere else', () => {
    expect(parts.length).toBeGreaterThan(0);
    expect(Math.max(...parts.map(levelOf))).toBeLessThanOrEqual(height(indicator.lowestLevel));
  });

  it('is about people where any of its parts is', () => {
    const ofPeople = parts.some((part) => countedPart(part).subject === IndicatorSubject.PERSON);
    expect(indicator.subject === IndicatorSubject.PERSON).toBe(ofPeople);
  });

  it('adds up as its formula does', () => {
    const { formula, additiveOver } = indicator;
    if (!('sum' in formula)) expect(additiveOver).toEqual([]);
    else {
      for (const part of parts) {
        const { unit, decimals, measure, additiveOver: over } = countedPart(part);
        expect({ unit, decimals, measure, additiveOver: over }).toEqual({
          unit: indicator.unit,
          decimals: indicator.decimals,
          measure: indicator.measure,
          additiveOver,
        });
      }
    }
    if ('some' in formula) expect(isWholeTrait([...formula.some, ...formula.others])).toBe(true);
    if ('of' in formula) expect(formula.atLeast).toBeGreaterThan(0);
    if ('sum' in formula) expect(new Set(parts.map(({ category }) => category?.split('=')[0])).size).toBe(1);
  });
});

describe.each(byCode(COUNTED))('%s', (_code, indicator) => {
  it('is broken down by traits that there are, and by those of a crossing alone, too', () => {
    for (const breakdown of indicator.breakdowns) {
      expect(breakdown.map(findTrait)).not.toContain(null);
      expect(breakdown.length).toBeLessThanOrEqual(2);
      for (const trait of breakdown) expect(indicator.breakdowns).toContainEqual([trait]);
      const ofPeople = breakdown.every((code) => TRAITS_OF_PEOPLE.some((trait) => trait.code === code));
      expect(ofPeople).toBe(indicator.subject === IndicatorSubject.PERSON);
    }
  });

  it('adds up over territories, and over periods unless it is a stock or asks the same people again', () => {
    expect(indicator.additiveOver).toContain(Dimension.TERRITORY);
    if (indicator.measure === Measure.STOCK) expect(indicator.additiveOver).not.toContain(Dimension.PERIOD);
  });

  it('is published as the people are whose hours it counts', () => {
    if (indicator.people === undefined) return;
    const people = countedPart({ indicator: indicator.people });
    expect([people.subject, people.people]).toEqual([IndicatorSubject.PERSON, undefined]);
    expect([people.lowestLevel, people.measure]).toEqual([indicator.lowestLevel, indicator.measure]);
    const together = DATASETS.filter(({ indicators }) => indicators.includes(indicator));
    expect(together.every(({ indicators }) => indicators.includes(people))).toBe(true);
  });
});

it('publishes nothing of people locally beside what it is a part of', () => {
  const people = CATALOGUE.filter(({ subject }) => subject === IndicatorSubject.PERSON);
  const partitions = DERIVED.filter(({ subject }) => subject === IndicatorSubject.PERSON).map((indicator) => ({
    whole: partsOf(indicator)[0]?.indicator ?? '',
    parts: [indicator.code],
  }));
  const local = (list: readonly IndicatorDefinition[]) =>
    list.map(({ code, measure }) => ({ indicator: code, level: TerritoryLevel.LOCAL, period: '2026', measure }));
  const published = people.filter(({ lowestLevel }) => lowestLevel === TerritoryLevel.LOCAL);

  expect(objectionsTo(local(published), partitions)).toEqual([]);
  expect(published.map(({ code }) => code)).toEqual(['EECO01', 'NH-P1', 'NH-P3', 'NH-T1', 'NH-T2']);
  expect(objectionsTo(local(people), partitions).length).toBeGreaterThan(0);
});

it('has a category for every legal form and for every section of NACE that the hub knows', () => {
  const codes = (file: string): string[] =>
    readReferenceCsv<'code'>(`shared/classification/data/${file}`).map(({ code }) => code);
  const categories = (trait: string): string[] => Object.keys(findTrait(trait)?.categories ?? {}).sort();

  expect(categories('LEGAL_FORM')).toEqual(codes('legal-forms-pl.csv').sort());
  expect(categories('NACE_SECTION')).toEqual([...new Set(codes('nace-2.1.csv').map((code) => code.charAt(0)))].sort());
});

it('names the categories of two traits with the traits by code', () => {
  expect(categoriesOf(['SEX', 'DISABILITY'])).toEqual([
    'DISABILITY=YES;SEX=F',
    'DISABILITY=YES;SEX=MX',
    'DISABILITY=NO;SEX=F',
    'DISABILITY=NO;SEX=MX',
  ]);
});
