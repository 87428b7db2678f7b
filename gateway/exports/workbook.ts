import { HttpProblem } from '../graphql-over-http/http-problem.ts';
import type { Content, ExportFile } from './export-file.ts';
import { categoryLabelOf, titleOf } from './label.ts';
import type { Language, PublishedRelease } from './published-release.ts';
import { LEVELS, NOT_PUBLISHED } from './words.ts';
import { type Sheet, workbookApart } from './workbook-apart.ts';

/** A workbook is made as a whole, so that it is the one file that memory limits. */
const MOST_CELLS = 500_000;
/** Each takes a thread and its memory, and anybody may ask for one. */
const MOST_AT_ONCE = 3;
let underWay = 0;

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
  if (underWay >= MOST_AT_ONCE) throw busy();
  underWay++;
  try {
    const figures = emptyFigures(release, language);
    for await (const page of pages) {
      for (const { territory, values } of page) {
        const figure = release.columns.map((_, i) => values[i] ?? 'c');
        figures.rows.push([territory.code, territory.name, LEVELS[language][territory.level], ...figure]);
      }
      if (figures.rows.length * release.columns.length > MOST_CELLS) throw tooLarge();
    }
    yield await workbookApart([figures, aboutOf(release, language)]);
  } finally {
    underWay--;
  }
}

/** Four rows of head: what each column is, one kind of thing in a row, so that a filter or a formula finds it. */
function emptyFigures({ columns }: PublishedRelease, language: Language): Sheet {
  const { figures, code, territory, level } = WORDS[language];
  return {
    name: figures,
    head: [
      [null, null, null, ...columns.map(({ indicator }) => indicator.code)],
      [null, null, null, ...columns.map(({ indicator }) => indicator.label)],
      [null, null, null, ...columns.map(categoryLabelOf)],
      [code, territory, level, ...columns.map(({ indicator }) => indicator.unit)],
    ],
    rows: [],
    columns: [
      ...[{ width: 16 }, { width: 32 }, { width: 12 }],
      ...columns.map(({ indicator: { decimals } }) => ({
        width: 14,
        format: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0',
      })),
    ],
  };
}

function aboutOf(release: PublishedRelease, language: Language): Sheet {
  const words = WORDS[language];
  const rows = [
    [words.title, titleOf(release)],
    [words.release, release.id],
    [words.dataset, `${release.dataset.code}: ${release.dataset.label}`],
    [words.period, release.period],
    [words.number, `${release.number}`],
    [words.status, words[release.status]],
    [words.territory, `${release.territory.code}: ${release.territory.name}`],
    [words.level, LEVELS[language][release.level]],
    [words.network, release.network.name],
    [words.publishedAt, release.publishedAt],
    [words.asOf, release.asOf],
    [words.hash, release.hash],
    ...(release.contributors ?? []).map(({ name }) => [words.contributors, name]),
    ...release.notes.map((note) => [words.notes, note]),
    [words.flag, NOT_PUBLISHED[language]],
  ];
  return { name: words.about, head: [], rows, columns: [{ width: 24 }, { width: 90 }] };
}

const busy = (): HttpProblem =>
  new HttpProblem(
    503,
    'OVERLOADED',
    'Other workbooks are being made. Ask again in a few seconds, or take data.csv, which has the same figures.',
    { 'retry-after': '5' },
  );

const tooLarge = (): HttpProblem =>
  new HttpProblem(
    422,
    'INVALID',
    `The release has more than ${MOST_CELLS} figures, too many for a workbook. Ask for a part of it with ?territory=…, or for data.csv.`,
  );
