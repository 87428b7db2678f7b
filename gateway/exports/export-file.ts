import { esfPlusCsv } from './esf-plus-csv.ts';
import type { FigurePages } from './figure-pages.ts';
import { jsonStat } from './json-stat.ts';
import { plainCsv } from './plain-csv.ts';
import type { Language, PublishedRelease } from './published-release.ts';
import { sdmxCsv } from './sdmx-csv.ts';
import { workbook } from './workbook.ts';

/** What a file is made of. */
export interface Content {
  release: PublishedRelease;
  language: Language;
  /** Of the release, or of the territory that was asked for and all beneath it. */
  pages: FigurePages;
  /** The territory that was asked for; that of the release where none was. */
  territory: string;
}

export interface ExportFile {
  mediaType: string;
  /** Goes up with each change of what is in the file, so that nobody keeps the old form. */
  version: number;
  /** Whether it has labels, which are in one language. */
  isLabelled: boolean;
  showsContributors: boolean;
  /** Throws `HttpProblem` where the release has nothing for such a file; before any figure is asked for. */
  check?(release: PublishedRelease): void;
  write(content: Content): AsyncIterable<string | Buffer>;
}

export const EXPORT_FILES: ReadonlyMap<string, ExportFile> = new Map([
  ['sdmx.csv', sdmxCsv],
  ['data.json', jsonStat],
  ['data.csv', plainCsv],
  ['data.xlsx', workbook],
  ['esf-plus.csv', esfPlusCsv],
]);
