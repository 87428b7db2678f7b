import { expect, it } from '@jest/globals';
import { read, readPages } from '../../../test/kit/ask.ts';
import { network, publishedFigures, publishedRelease } from '../../../test/kit/given-outcomes.ts';
import { SubgraphUnderTest } from '../../../test/kit/subgraph.ts';
import { outcomes } from '../subgraph.ts';

const subgraph = new SubgraphUnderTest(outcomes);

const VOIVODESHIPS = 'PL21 PL22 PL41 PL42 PL43 PL51 PL52 PL61 PL62 PL63 PL71 PL72 PL81 PL82 PL84 PL91 PL92'.split(' ');

it('compares territories and periods in one statement, as they were asked for, oldest first', async () => {
  const [south, region] = [network('South', 'PL2'), network('Małopolska', 'PL21')];
  const [before, now] = ['2024', '2025'].map((year) => publishedRelease(south, 'PEOPLE', year, ['EECO01', 'NH-T1']));
  const nearer = publishedRelease(region, 'PEOPLE', '2025', ['NH-T1', 'EECO01']);
  if (!before || !now) throw new Error('There are two.');
  await subgraph.given(
    ...[south, region, before, now, nearer],
    publishedFigures(before, 'PL21', [20, 2000]),
    publishedFigures(now, 'PL21', [21, 2100]),
    publishedFigures(now, 'PL22', [null, 2200]),
    publishedFigures(nearer, 'PL21', [3000, 30]),
  );

  const { observations } = await read(
    subgraph,
    `{ observations(dataset: "PEOPLE", indicators: ["EECO01"], territories: ["PL22", "PL21", "PL22", "EU"], periods: ["2025", "2024", "2023"]) {
      territory { code } period value } }`,
  );

  expect(observations).toEqual([
    { territory: { code: 'PL22' }, period: '2024', value: 0 },
    { territory: { code: 'PL22' }, period: '2025', value: null },
    { territory: { code: 'PL21' }, period: '2024', value: 20 },
    { territory: { code: 'PL21' }, period: '2025', value: 30 },
  ]);
  expect(subgraph.sql).toHaveLength(1);
});

it.each([
  ['too many territories', { territories: Array.from({ length: 101 }, (_, i) => `X${i}`) }, 'territories'],
  ['too many periods', { periods: ['LAST_15_YEARS', 'LAST_6_QUARTERS'] }, 'periods'],
  ['LATEST beside another', { periods: ['LATEST', '2025'] }, 'periods'],
  ['a period that is none', { periods: ['2025-X'] }, 'period'],
  ['a territory that is none', { territories: ['PL21', 'PL999'] }, 'territory'],
  ['an indicator that is none', { indicators: ['EECO99'] }, 'indicators'],
])('refuses to compare %s, and says which field it is', async (_, changed, field) => {
  const asked = { indicators: ['EECO01'], territories: ['PL21'], periods: ['2025'], ...changed };
  const { errors } = await subgraph.ask(
    `query ($indicators: [ID!]!, $territories: [ID!]!, $periods: [String!]!) {
      observations(dataset: "PEOPLE", indicators: $indicators, territories: $territories, periods: $periods) { value } }`,
    asked,
  );

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field });
});

it('refuses an answer of more than 10,000 observations before it reads one', async () => {
  const territories = [...VOIVODESHIPS, ...VOIVODESHIPS.map((code) => code.slice(0, 3)), 'PL', 'EU', 'DE', 'CZ'];
  const { errors } = await subgraph.ask(
    `query ($territories: [ID!]!) { observations(dataset: "PEOPLE", indicators: ["EECO01", "EECO01"],
      territories: $territories, periods: ["LAST_20_QUARTERS"], breakdown: "EMPLOYMENT;SEX") { value } }`,
    { territories: [...territories, ...Array.from({ length: 63 }, (_, i) => `X${i}`)] },
  );

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', limit: 10_000 });
  expect(subgraph.sql).toEqual([]);
});

it('ranks the parts of a territory by their figures, equal ones by code, and those not published last', async () => {
  const [poland, region] = [network('Poland', 'PL'), network('Małopolska', 'PL21')];
  const release = publishedRelease(poland, 'PEOPLE', '2025', ['EECO01']);
  const nearer = publishedRelease(region, 'PEOPLE', '2025', ['EECO01']);
  const rows = { PL21: 30, PL22: 40, PL41: null, PL42: 40, PL43: null, PL51: 10 };
  const figures = Object.entries(rows).map(([code, figure]) => publishedFigures(release, code, [figure]));
  await subgraph.given(poland, region, release, nearer, ...figures, publishedFigures(nearer, 'PL21', [99]));
  const empty = VOIVODESHIPS.slice(6);

  const ask = (descending: boolean) => `query ($after: String) { rankedOutcomes(indicator: "EECO01", dataset: "PEOPLE",
    within: "PL", stepsDown: 2, descending: ${descending}, first: 4, after: $after) {
    totalCount nodes { territory { code } value } edges { node { value } } pageInfo { hasNextPage endCursor } } }`;
  const ranked = async (descending: boolean) => {
    const pages = await readPages(subgraph, ask(descending), ({ rankedOutcomes }) => rankedOutcomes);
    for (const page of pages) expect(page).toMatchObject({ totalCount: 17 });
    return pages.flatMap(({ nodes }) => nodes.map(({ territory }) => territory.code));
  };

  expect(await ranked(true)).toEqual(['PL22', 'PL42', 'PL21', 'PL51', ...empty, 'PL41', 'PL43']);
  expect(await ranked(false)).toEqual([...empty, 'PL51', 'PL21', 'PL22', 'PL42', 'PL41', 'PL43']);
  expect(subgraph.sql).toHaveLength(1);
});

it.each([
  ['stepsDown: 0', 'stepsDown'],
  ['stepsDown: 8', 'stepsDown'],
  ['period: "LAST_2_HALVES"', 'period'],
  ['period: "THIS_YEAR"', 'period'],
  ['first: 101', 'first'],
  ['after: "x"', 'after'],
])('refuses a ranking with %s, and says which field it is', async (argument, field) => {
  const { errors } = await subgraph.ask(
    `{ rankedOutcomes(indicator: "EECO01", dataset: "PEOPLE", within: "PL", ${argument}) { totalCount } }`,
  );

  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID', field });
});

it('ranks nothing where no release covers the whole', async () => {
  const region = network('Małopolska', 'PL21');
  await subgraph.given(region, publishedRelease(region, 'PEOPLE', '2025', ['EECO01']));

  const ask = (within: string) =>
    read(subgraph, `{ rankedOutcomes(indicator: "EECO01", dataset: "PEOPLE", within: "${within}") { totalCount } }`);
  expect(await ask('PL2')).toEqual({ rankedOutcomes: { totalCount: 0 } });
  expect(await ask('PL213')).toEqual({ rankedOutcomes: { totalCount: 1 } });
});
