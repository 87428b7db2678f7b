import { type Cell, csvPieces } from './csv-text.ts';
import type { ExportFile } from './export-file.ts';
import type { Figures } from './figure-pages.ts';
import type { Column, PublishedRelease } from './published-release.ts';

/** Who maintains the structure, as SDMX names it. */
const AGENCY = 'NOWAHUTA';
const FREQUENCIES: Record<string, string> = { ANNUAL: 'A', HALF_YEARLY: 'S', QUARTERLY: 'Q', MONTHLY: 'M' };
/** For all of a trait. */
const TOTAL = '_T';

/**
 * SDMX-CSV 2.0. A release replaces what an earlier one said of the same cells (`R`): were it appended, a figure that is hidden now would stay as
 * it was. Of the codes of confidentiality `F` and `C` alone are used: `A` against `D` would tell which cell is the small one.
 */
export const sdmxCsv: ExportFile = {
  mediaType: 'application/vnd.sdmx.data+csv;version=2.0.0;charset=utf-8',
  version: 1,
  isLabelled: false,
  showsContributors: false,
  write({ release, pages }) {
    const traits = [...new Set(release.columns.flatMap(({ category }) => category.map(({ trait }) => trait)))].sort();
    const header = [
      ...['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'GEO', 'TIME_PERIOD', 'FREQ', 'INDICATOR', ...traits],
      ...['OBS_VALUE', 'OBS_STATUS', 'OBS_FLAG', 'CONF_STATUS', 'UNIT_MEASURE', 'DECIMALS', 'BASIS'],
    ];
    const columns = release.columns.map((column) => ({ column, key: keyOf(column, traits) }));
    const start = ['dataflow', `${AGENCY}:${release.dataset.code}(1.0.0)`, 'R'];
    const recordsOf = ({ territory, values }: Figures): Cell[][] =>
      columns.map(({ column, key }, i) => {
        const value = values[i] ?? null;
        const place = [territory.code, release.period, frequencyOf(release)];
        return [...start, ...place, ...key, value, ...attributesOf(column, value)];
      });
    return csvPieces(header, pages, recordsOf);
  },
};

const frequencyOf = ({ dataset }: PublishedRelease): string => FREQUENCIES[dataset.frequency] ?? dataset.frequency;

const keyOf = ({ indicator, category }: Column, traits: readonly string[]): string[] => [
  indicator.code,
  ...traits.map((trait) => category.find((part) => part.trait === trait)?.code ?? TOTAL),
];

/** `Q` is the observation status of what is suppressed. */
function attributesOf({ indicator, basis }: Column, value: number | null): Cell[] {
  const isHidden = value === null;
  const status = isHidden ? 'Q' : basis === 'ESTIMATE' ? 'E' : 'A';
  return [status, isHidden ? 'c' : '', isHidden ? 'C' : 'F', unitCode(indicator.unit), indicator.decimals, basis];
}

/** A code of SDMX has letters, digits, `_`, `@`, `$` and `-` alone. */
const unitCode = (unit: string): string => (unit === '%' ? 'PT' : unit.toUpperCase().replace(/[^A-Z0-9_@$-]+/g, '_'));
