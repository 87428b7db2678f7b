import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import { BYTE_ORDER_MARK, type Cell, csvRecord } from './csv-text.ts';
import type { Content, ExportFile } from './export-file.ts';
import type { Figures } from './figure-pages.ts';
import type { Column, Language, PublishedRelease } from './published-release.ts';

/** Annex I of Regulation (EU) 2021/1057: outputs, and results. */
const COMMON = /^EEC[OR]\d\d$/;

const HEADERS: Record<Language, readonly string[]> = {
  en: ['Code', 'Common indicator', 'Counted', 'Women', 'Men and non-binary', 'Total'],
  pl: ['Kod', 'Wspólny wskaźnik', 'Liczy się', 'Kobiety', 'Mężczyźni i osoby niebinarne', 'Ogółem'],
};
/** The Annex has no beneficiaries and no persons: whoever is supported is a participant. */
const PARTICIPANTS: Record<Language, string> = { en: 'participants', pl: 'uczestnicy' };

/** The table of the ESF+ common indicators for one territory; blank where an indicator is not broken down by sex. */
export const esfPlusCsv: ExportFile = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  version: 1,
  isLabelled: true,
  showsContributors: false,
  check({ dataset, columns }: PublishedRelease): void {
    if (columns.some(({ indicator }) => COMMON.test(indicator.code))) return;
    throw new HttpProblem(404, 'NOT_FOUND', `The dataset ${dataset.code} has none of the common indicators of ESF+.`);
  },
  write: writeTable,
};

async function* writeTable({ release, language, pages, territory }: Content): AsyncGenerator<string> {
  const { columns } = release;
  const values = await valuesOf(territory, pages);
  const cell = (code: string, isMeant: (column: Column) => boolean): Cell => {
    const at = columns.findIndex((column) => column.indicator.code === code && isMeant(column));
    if (at < 0) return null;
    return values ? (values[at] ?? 'c') : 0;
  };
  const indicators = new Map(columns.map(({ indicator }) => [indicator.code, indicator]));
  const records = [...indicators.values()]
    .filter(({ code }) => COMMON.test(code))
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, label, subject, unit }) => [
      ...[code, label, subject === 'PERSON' ? PARTICIPANTS[language] : unit],
      ...[cell(code, ofSex('F')), cell(code, ofSex('MX')), cell(code, ({ category }) => category.length === 0)],
    ]);
  yield BYTE_ORDER_MARK + [HEADERS[language], ...records].map(csvRecord).join('');
}

/** Undefined where nobody was counted: then all is 0. Asks for no page behind the one that has it. */
async function valuesOf(territory: string, pages: AsyncIterable<Figures[]>): Promise<Figures['values'] | undefined> {
  for await (const page of pages) {
    const found = page.find(({ territory: { code } }) => code === territory);
    if (found) return found.values;
  }
  return undefined;
}

const ofSex =
  (code: string) =>
  ({ category }: Column): boolean =>
    category.length === 1 && category[0]?.trait === 'SEX' && category[0].code === code;
