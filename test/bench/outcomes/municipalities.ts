/**
 * How many local administrative units (LAU) each member state has: its municipalities, or what Eurostat lists in their
 * place. From general knowledge of the lists of 2023 and rounded by nobody's table, so an estimate; what matters here is
 * that a third of all is French, and that Denmark has a hundred. Together some 95,000; they are scaled to `ALL`.
 */
const BY_COUNTRY: Readonly<Record<string, number>> = {
  AT: 2_093,
  BE: 581,
  BG: 265,
  CY: 615,
  CZ: 6_258,
  DE: 10_990,
  DK: 99,
  EE: 79,
  EL: 6_138,
  ES: 8_131,
  FI: 309,
  FR: 34_955,
  HR: 556,
  HU: 3_155,
  IE: 166,
  IT: 7_904,
  LT: 60,
  LU: 102,
  LV: 43,
  MT: 68,
  NL: 342,
  PL: 2_477,
  PT: 3_092,
  RO: 3_181,
  SE: 290,
  SI: 212,
  SK: 2_927,
};

const ALL = 98_400;

const listed = Object.values(BY_COUNTRY).reduce((sum, count) => sum + count, 0);

/** How many a country has when there are this share of all. */
export const municipalitiesOf = (country: string, share: number): number =>
  Math.round(((BY_COUNTRY[country] ?? 0) * ALL * share) / listed);
