import { allTerritories, territoryOf } from '../../shared/territory/territory.ts';
import { BEFORE, NOW } from './twin-worlds.ts';

const FIELDS = `indicator { code } category { trait code } territory { code } period value flag confidential unit basis asOf
  status baseline target change fallback { value territory { code } change } release { number notes }`;

const EVERYWHERE = `territories(filter: { territory: "PL21" }, first: 100, after: $after) { totalCount pageInfo { endCursor hasNextPage }
  nodes { code parent { code } outcomes(dataset: "PEOPLE", indicators: ["EECO01"]`;

const RANKED =
  'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { value } }';

const ranked = (args: string): string =>
  `{ rankedOutcomes(indicator: "EECO01", dataset: "PEOPLE", ${args}) { ${RANKED} nodes { ${FIELDS} } } }`;

const inDistrict = (fields: string): string => `{ territory(code: "PL_1261011-D18") { ${fields} } }`;

/** All that somebody may ask who is after the figure of the district PL_1261011-D18, by name. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  'every indicator of it': inDistrict(`outcomes(dataset: "PEOPLE") { ${FIELDS} }`),
  'its breakdown': inDistrict(`outcomes(dataset: "PEOPLE", breakdown: "SEX") { ${FIELDS} }`),
  'its two breakdowns': inDistrict(`outcomes(dataset: "PEOPLE", breakdown: "EMPLOYMENT;SEX") { ${FIELDS} }`),
  'all years': inDistrict(`outcomes(dataset: "PEOPLE", period: "LAST_20_YEARS") { ${FIELDS} }`),
  'the year before': inDistrict(`outcomes(dataset: "PEOPLE", period: "${BEFORE}") { ${FIELDS} }`),
  'a year that is none': inDistrict(`outcomes(dataset: "PEOPLE", period: "1999") { ${FIELDS} }`),
  'its region and all beneath': `query ($after: String) { ${EVERYWHERE}) { ${FIELDS} } } } }`,
  'its siblings, and the city': `{ territory(code: "PL_1261011") { outcomes(dataset: "PEOPLE", indicators: ["EECO01"]) { ${FIELDS} }
    children(first: 100) { totalCount nodes { code outcomes(dataset: "PEOPLE", indicators: ["EECO01"]) { ${FIELDS} } } } } }`,
  'the breakdown of its region': `{ territory(code: "PL21") { outcomes(dataset: "PEOPLE", breakdown: "SEX") { ${FIELDS} } } }`,
  'a ranking, largest first': ranked('within: "PL_1261011", first: 100'),
  'a ranking, smallest first': ranked('within: "PL_1261011", first: 100, descending: false'),
  'a ranking page by page': ranked('within: "PL_1261011", first: 1, descending: false'),
  'a ranking of nothing but a count': ranked('within: "PL_1261011", first: 0'),
  'a ranking of the year before': ranked(`within: "PL_1261011", first: 100, period: "${BEFORE}"`),
  'a comparison': `{ observations(dataset: "PEOPLE", indicators: ["EECO01"], periods: ["${BEFORE}", "${NOW}"],
    territories: ["PL_1261011-D18", "PL_1261011-D17", "PL_1261011-D01", "PL_1261011", "PL21"]) { ${FIELDS} } }`,
  'the release itself': `{ releases(filter: { territory: "PL_1261011-D18" }) { totalCount nodes { number notes hash
    columns { category { trait code } basis } figures(first: 1000) { totalCount nodes { territory { code } values } } } } }`,
  'the periods of the dataset': `{ dataset(code: "PEOPLE") { publishedPeriods(territory: "PL_1261011-D18") } }`,
  'an entity, as the gateway does': `{ _entities(representations: [{ __typename: "Territory", code: "PL_1261011-D18" }]) {
    ... on Territory { outcomes(dataset: "PEOPLE") { ${FIELDS} } } } }`,
  'an observation as if it were an entity':
    '{ _entities(representations: [{ __typename: "Observation", value: 3 }]) { __typename } }',
  'the tables of an entity that is none':
    '{ _entities(representations: [{ __typename: "WithheldFigures", territoryCode: "PL_1261011-D18" }]) { __typename } }',
  'a filter by value': inDistrict('outcomes(dataset: "PEOPLE", value: 3) { value }'),
  'a field of the truth': inDistrict('outcomes(dataset: "PEOPLE") { figure withheld }'),
  'an indicator that is none': inDistrict('outcomes(dataset: "PEOPLE", indicators: ["EECO01=3"]) { value }'),
  'a breakdown that is none': inDistrict('outcomes(dataset: "PEOPLE", breakdown: "SEX=F") { value }'),
  'a dataset that is none': inDistrict('outcomes(dataset: "figure") { value }'),
  'a release that is none': inDistrict('outcomes(dataset: "PEOPLE", release: "Release_0") { value }'),
  'quotes in an argument': inDistrict(`outcomes(dataset: "PEOPLE", network: "' or 1=1 --") { value }`),
};

/** The territories of the region, as the graph has them. */
export const REGION = allTerritories().filter(({ path }) => path.startsWith(territoryOf('PL21').path));
