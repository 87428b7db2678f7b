import { expect, it } from '@jest/globals';
import { read, readEntities } from '../../../test/kit/ask.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { DATASETS } from '../dataset/datasets.ts';
import { columnsOf } from '../dataset/figure-column.ts';
import { outcomes } from '../subgraph.ts';
import { CATALOGUE } from './catalogue.ts';
import { Category } from './category.ts';
import { Language } from './label.ts';

const subgraph = new SubgraphUnderTest(outcomes);
const codesOf = (list: { code: string }[]): string[] => list.map(({ code }) => code);

it('tells what an indicator is, without a statement', async () => {
  const query = `{ indicator(code: "NH-T1") { code label polish: label(language: PL) definition subject measure unit decimals
    additiveOver lowestLevel countedBy breakdowns { code } thresholds { level threshold } formula } }`;

  expect((await read(subgraph, query)).indicator).toEqual({
    code: 'NH-T1',
    label: 'Hours of advice, therapy and tutoring',
    polish: 'Godziny poradnictwa, terapii i opieki',
    definition: 'Hours of support sessions held in the period with people who entered support in it.',
    subject: 'PERSON',
    measure: 'FLOW',
    unit: 'hours',
    decimals: 2,
    additiveOver: ['TERRITORY', 'PERIOD'],
    lowestLevel: 'LOCAL',
    countedBy: 'cps',
    breakdowns: [],
    thresholds: [
      { level: 'EUROPEAN', threshold: 5 },
      { level: 'NATIONAL', threshold: 5 },
      { level: 'REGIONAL', threshold: 10 },
      { level: 'LOCAL', threshold: 10 },
    ],
    formula: null,
  });
  expect(subgraph.sql).toEqual([]);
});

it.each([
  ['EECO02', 'EECO01[EMPLOYMENT=LONG_TERM] + EECO01[EMPLOYMENT=SHORT_TERM]'],
  ['EECO04', 'EECO01[EMPLOYMENT=INACTIVE]'],
  ['NH-P5', '100 × NH-P3[IN_WORK=YES] / (NH-P3[IN_WORK=YES] + NH-P3[IN_WORK=NO])'],
  ['NH-F3', 'NH-F2 / NH-P4[WORK_AFTER_6=SUSTAINED]'],
  ['NH-M5', 'NH-M5-MONTHS / (NH-M2 + NH-M3)'],
  ['NH-S3', '100 × NH-S4 / (NH-S4 + NH-F2)'],
])('writes out how %s is made, and that nobody counts it', async (code, formula) => {
  const query = 'query ($code: ID!) { indicator(code: $code) { formula countedBy breakdowns { code } } }';

  expect((await read(subgraph, query, { code })).indicator).toEqual({ formula, countedBy: null, breakdowns: [] });
});

it('tells thresholds of people alone, and only where they are published', async () => {
  const data = await read(
    subgraph,
    '{ people: indicator(code: "NH-P4") { thresholds { level } } money: indicator(code: "NH-F2") { thresholds { level } } }',
  );

  expect(data.people.thresholds).toEqual([{ level: 'EUROPEAN' }, { level: 'NATIONAL' }, { level: 'REGIONAL' }]);
  expect(data.money.thresholds).toEqual([]);
});

it('names the categories of each breakdown in both languages', async () => {
  const query = `{ indicator(code: "NH-P4") { breakdowns { code label(language: PL)
    categories { trait code label polish: label(language: PL) } } } }`;

  const { breakdowns } = (await read(subgraph, query)).indicator;

  expect(breakdowns.map((traits: { code: string }[]) => codesOf(traits))).toEqual([
    ['SEX'],
    ['WORK_AFTER_6'],
    ['IMPROVED_AFTER_6'],
  ]);
  expect(breakdowns[0][0]).toEqual({
    code: 'SEX',
    label: 'Płeć',
    categories: [
      { trait: 'SEX', code: 'F', label: 'Women', polish: 'Kobiety' },
      { trait: 'SEX', code: 'MX', label: 'Men and non-binary people', polish: 'Mężczyźni i osoby niebinarne' },
    ],
  });
});

it.each([
  ['null', CATALOGUE.length],
  ['{}', CATALOGUE.length],
  ['{ dataset: "PEOPLE" }', DATASETS[0]?.indicators.length],
  ['{ subject: MONEY }', CATALOGUE.filter(({ subject }) => subject === 'MONEY').length],
  ['{ dataset: "PEOPLE", subject: MONEY }', 1],
  ['{ dataset: "MANUFACTORIES", subject: PERSON }', 0],
])('lists the indicators of the filter %s', async (filter, many) => {
  const { indicators } = await read(subgraph, `{ indicators(filter: ${filter}) { code } }`);

  expect(indicators).toHaveLength(many ?? 0);
});

it('refuses a filter by a dataset that is none, and names those that there are', async () => {
  const { errors } = await subgraph.ask('{ indicators(filter: { dataset: "people" }) { code } }');

  expect(errors?.[0]?.message).toBe('"people" is no dataset. There are PEOPLE and MANUFACTORIES.');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field: 'dataset', value: 'people' });
});

it.each(['EECO99', 'eeco01', '', 'constructor', '__proto__'])('answers null for the code %j', async (code) => {
  const query = 'query ($code: ID!) { indicator(code: $code) { label } }';

  expect(await read(subgraph, query, { code })).toEqual({ indicator: null });
});

it('finds indicators by their codes, asked out of order and for codes that are none', async () => {
  const found = await readEntities(subgraph, 'Indicator', ['NH-S3', 'EECO99', 'EECO01'], 'code unit', 'code');

  expect(found).toEqual([{ code: 'NH-S3', unit: '%' }, null, { code: 'EECO01', unit: 'persons' }]);
});

it('reads every category that a release can have, and keeps the code of one that is no longer in the catalogue', () => {
  const columns = DATASETS.flatMap(columnsOf).filter(({ category }) => category !== '');
  for (const { category } of columns) {
    const parsed = Category.parse(category);
    expect(parsed.map(({ trait, code }) => `${trait}=${code}`).join(';')).toBe(category);
    for (const one of parsed) expect(one.label(Language.PL)).not.toBe(one.code);
  }
  expect(columns.length).toBeGreaterThan(50);
  expect(Category.parse('')).toEqual([]);
  expect(Category.parse('GONE=OLD').map((one) => one.label(Language.EN))).toEqual(['OLD']);
});
