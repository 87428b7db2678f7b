import { setImmediate as others } from 'node:timers/promises';
import type { Content, ExportFile } from './export-file.ts';
import { categoryOf, labelOf, titleOf } from './label.ts';
import type { Column, PublishedRelease } from './published-release.ts';

/**
 * JSON-stat 2.0: a cube of territories, the period and figures. A figure is an indicator, or one category of it: a dimension for each
 * trait would make a cube of mostly nothing. The values go out as they come; what is known only at the end stands behind them.
 */
export const jsonStat: ExportFile = {
  mediaType: 'application/json; charset=utf-8',
  version: 1,
  isLabelled: true,
  showsContributors: false,
  write: writeCube,
};

const FLAGS = { c: { en: 'not published', pl: 'nie publikuje się' } };

async function* writeCube({ release, language, pages }: Content): AsyncGenerator<string> {
  const names = new Map<string, string>();
  const hidden: Uint8Array[] = []; // a byte for each value: all that is kept of a page
  let before = `{"version":"2.0","class":"dataset","value":[`;
  for await (const page of pages) {
    for (const { territory } of page) names.set(territory.code, territory.name);
    const values = page.flatMap(({ values }) => release.columns.map((_, i) => values[i] ?? null));
    hidden.push(Uint8Array.from(values, (value) => (value === null ? 1 : 0)));
    yield before + JSON.stringify(values).slice(1, -1);
    before = ',';
  }
  yield `${before === ',' ? '' : before}],"status":{`;
  yield* statuses(hidden);
  const figures = release.columns.map((column) => [codeOf(column), column] as const);
  const rest = {
    id: ['GEO', 'TIME_PERIOD', 'FIGURE'],
    size: [names.size, 1, figures.length],
    role: { geo: ['GEO'], time: ['TIME_PERIOD'], metric: ['FIGURE'] },
    dimension: {
      GEO: {
        label: language === 'pl' ? 'Terytorium' : 'Territory',
        category: { index: [...names.keys()], label: Object.fromEntries(names) },
      },
      TIME_PERIOD: {
        label: language === 'pl' ? 'Okres' : 'Period',
        category: { index: [release.period], label: { [release.period]: release.period } },
      },
      FIGURE: {
        label: language === 'pl' ? 'Wskaźnik' : 'Indicator',
        category: {
          index: figures.map(([code]) => code),
          label: Object.fromEntries(figures.map(([code, column]) => [code, labelOf(column)])),
          unit: Object.fromEntries(
            figures.map(([code, { indicator }]) => [code, { label: indicator.unit, decimals: indicator.decimals }]),
          ),
        },
        extension: { basis: Object.fromEntries(figures.map(([code, { basis }]) => [code, basis])) },
      },
    },
    label: titleOf(release),
    source: release.network.name,
    updated: release.publishedAt,
    note: release.notes,
    extension: { status: { label: { c: FLAGS.c[language] } }, release: aboutOf(release) },
  };
  yield `},${JSON.stringify(rest).slice(1)}\n`;
}

/** By place in `value`, as the format has it where most have none. */
async function* statuses(hidden: readonly Uint8Array[]): AsyncGenerator<string> {
  let at = 0;
  let separator = '';
  for (const page of hidden) {
    const hiddenAt = [...page.keys()].filter((i) => page[i]).map((i) => `"${at + i}":"c"`);
    if (hiddenAt.length > 0) {
      yield separator + hiddenAt.join();
      separator = ',';
    }
    at += page.length;
    await others();
  }
}

const codeOf = (column: Column): string => [column.indicator.code, categoryOf(column)].filter(Boolean).join(';');

const aboutOf = ({ id, dataset, number, level, status, asOf, hash }: PublishedRelease) => ({
  id,
  dataset: dataset.code,
  number,
  level,
  status,
  asOf,
  hash,
});
