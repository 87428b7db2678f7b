import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { Content, ExportFile } from './export-file.ts';
import type { Figures } from './figure-pages.ts';
import { categoryLabelOf, titleOf } from './label.ts';
import type { Column, Language, PublishedRelease } from './published-release.ts';
import { LEVELS, NOT_PUBLISHED } from './words.ts';

/** A workbook is made as a whole, so that it is the one file that memory limits. */
const MOST_CELLS = 500_000;

const WORDS = {
  en: {
    ...{ figures: 'Figures', about: 'About', code: 'Territory code', territory: 'Territory', level: 'Level' },
    ...{ title: 'Title', release: 'Release', dataset: 'Dataset', period: 'Period', number: 'Number', status: 'Status' },
    ...{ network: 'Published by', publishedAt: 'Published', asOf: 'Counted up to', hash: 'SHA-256 of the figures' },
    ...{ contributors: 'Counts from', notes: 'Left out', flag: 'How to read it' },
    ...{ PUBLISHED: 'published', SUPERSEDED: 'superseded: a later release of the same period is published' },
  },
  pl: {
    ...{ figures: 'Dane', about: 'O publikacji', code: 'Kod terytorium', territory: 'Terytorium', level: 'Poziom' },
    ...{ title: 'Tytuł', release: 'Publikacja', dataset: 'Zbiór danych', period: 'Okres', number: 'Numer' },
    ...{ status: 'Status', network: 'Opublikowała', publishedAt: 'Opublikowano', asOf: 'Stan na' },
    ...{ hash: 'SHA-256 danych', contributors: 'Dane od', notes: 'Pominięto', flag: 'Jak czytać' },
    ...{ PUBLISHED: 'opublikowana', SUPERSEDED: 'zastąpiona: opublikowano nowszą za ten sam okres' },
  },
} satisfies Record<Language, Record<string, string>>;

/** For people: a sheet of figures with a row for each territory, and one about the release. */
export const workbook: ExportFile = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  version: 1,
  isLabelled: true,
  showsContributors: true,
  write: writeWorkbook,
};

async function* writeWorkbook({ release, language, pages }: Content): AsyncGenerator<Buffer> {
  const words = WORDS[language];
  const figures: SheetData = headOf(release.columns, language);
  for await (const page of pages) {
    figures.push(...page.map((row) => rowOf(row, release.columns, language)));
    if (figures.length * release.columns.length > MOST_CELLS) throw tooLarge();
  }
  const name = { width: 32 };
  yield await writeExcelFile([
    { data: figures, sheet: words.figures, columns: [{ width: 16 }, name], stickyRowsCount: 4, stickyColumnsCount: 2 },
    { data: aboutOf(release, language), sheet: words.about, columns: [{ width: 24 }, { width: 90 }] },
  ]).toBuffer();
}

/** Four rows: what each column is, one kind of thing in a row, so that a filter or a formula finds it. */
function headOf(columns: readonly Column[], language: Language): SheetData {
  const { code, territory, level } = WORDS[language];
  const bold = (value: string) => text(value, { fontWeight: 'bold' as const, wrap: true });
  return [
    [null, null, null, ...columns.map(({ indicator }) => bold(indicator.code))],
    [null, null, null, ...columns.map(({ indicator }) => bold(indicator.label))],
    [null, null, null, ...columns.map((column) => bold(categoryLabelOf(column)))],
    [bold(code), bold(territory), bold(level), ...columns.map(({ indicator }) => bold(indicator.unit))],
  ];
}

const rowOf = ({ territory, values }: Figures, columns: readonly Column[], language: Language): Row => [
  text(territory.code),
  text(territory.name),
  text(LEVELS[language][territory.level]),
  ...columns.map(({ indicator }, i) => {
    const value = values[i] ?? null;
    if (value === null) return text('c', { align: 'right' as const });
    return { type: Number, value, format: indicator.decimals > 0 ? `0.${'0'.repeat(indicator.decimals)}` : '0' };
  }),
];

function aboutOf(release: PublishedRelease, language: Language): SheetData {
  const words = WORDS[language];
  const line = (term: string, value: string): Row => [text(term, { fontWeight: 'bold' as const }), text(value)];
  return [
    line(words.title, titleOf(release)),
    line(words.release, release.id),
    line(words.dataset, `${release.dataset.code}: ${release.dataset.label}`),
    line(words.period, release.period),
    line(words.number, `${release.number}`),
    line(words.status, words[release.status]),
    line(words.territory, `${release.territory.code}: ${release.territory.name}`),
    line(words.level, LEVELS[language][release.level]),
    line(words.network, release.network.name),
    line(words.publishedAt, release.publishedAt),
    line(words.asOf, release.asOf),
    line(words.hash, release.hash),
    ...(release.contributors ?? []).map(({ name }) => line(words.contributors, name)),
    ...release.notes.map((note) => line(words.notes, note)),
    line(words.flag, NOT_PUBLISHED[language]),
  ];
}

/** Said to be a text, it is one, even where it begins with `=`. */
const text = <Style extends object>(value: string, style?: Style) => ({ type: String, value, ...style });

const tooLarge = (): HttpProblem =>
  new HttpProblem(
    422,
    'INVALID',
    `The release has more than ${MOST_CELLS} figures, too many for a workbook. Ask for a part of it with ?territory=…, or for data.csv.`,
  );
