import { BYTE_ORDER_MARK, csvPieces } from './csv-text.ts';
import type { ExportFile } from './export-file.ts';
import type { Figures } from './figure-pages.ts';
import { categoryLabelOf, categoryOf } from './label.ts';
import type { Language } from './published-release.ts';
import { LEVELS } from './words.ts';

const HEADERS: Record<Language, readonly string[]> = {
  en: [
    ...['Territory code', 'Territory', 'Level', 'Period', 'Indicator code', 'Indicator'],
    ...['Category code', 'Category', 'Unit', 'Value', 'Flag'],
  ],
  pl: [
    ...['Kod terytorium', 'Terytorium', 'Poziom', 'Okres', 'Kod wskaźnika', 'Wskaźnik'],
    ...['Kod kategorii', 'Kategoria', 'Jednostka', 'Wartość', 'Flaga'],
  ],
};

/** For people and their spreadsheets: a line for each figure, with its names. */
export const plainCsv: ExportFile = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  version: 1,
  isLabelled: true,
  showsContributors: false,
  write({ release, language, pages }) {
    const recordsOf = ({ territory, values }: Figures) =>
      release.columns.map((column, i) => {
        const { indicator } = column;
        const value = values[i] ?? null;
        return [
          ...[territory.code, territory.name, LEVELS[language][territory.level], release.period],
          ...[indicator.code, indicator.label, categoryOf(column), categoryLabelOf(column), indicator.unit],
          ...[value, value === null ? 'c' : ''],
        ];
      });
    return csvPieces(HEADERS[language], pages, recordsOf, BYTE_ORDER_MARK);
  },
};
