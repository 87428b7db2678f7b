import { z } from 'zod';
import { echo } from '../../../shared/errors/echo.ts';
import * as column from '../../../shared/register/column.ts';
import type { RowProblem } from '../../../shared/register/import-report.ts';
import { readTable, type TableRow } from '../../../shared/register/read-table.ts';
import { findTerritory, TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { DatasetDefinition } from '../dataset/dataset-definition.ts';
import { type CountedIndicator, isDerived } from '../indicator/indicator-definition.ts';
import { categoriesOf } from '../indicator/trait.ts';
import { VALUE, wholeNumberOf } from './figure-value.ts';
import type { CountedFigure } from './figures.ts';
import { Basis } from './submission.ts';

/** A figure with the line of the file that it came from. */
export interface FigureLine extends CountedFigure {
  readonly line: number;
}

export interface FigureLines {
  lines: FigureLine[];
  problems: RowProblem[];
}

const COLUMNS = {
  indicator: column.text,
  category: z.string(),
  territory: column.territory.refine(
    (code) => (findTerritory(code)?.level ?? TerritoryLevel.LOCAL) === TerritoryLevel.LOCAL,
    'is not local; count by municipality or district, or by the smallest region that there is',
  ),
  value: z.string().regex(VALUE, 'is no number like 12 or 37.50'),
  basis: column.optional(column.oneOf(Basis)),
};

interface Cells {
  indicator: string;
  category: string;
  territory: string;
  value: string;
  basis?: Basis | null;
}

/** Reads what a partner submits, and judges each line by itself; `judgeFigures` judges them together. */
export function readFigures(dataset: DatasetDefinition, csv: string): FigureLines {
  const { rows, problems } = readTable(COLUMNS, csv, ['basis']);
  const judge = new LineJudge(dataset);
  const lines = rows.flatMap((row) => {
    const figure = judge.figureOf(row);
    if ('reason' in figure) problems.push(figure);
    return 'reason' in figure ? [] : [figure];
  });
  return { lines, problems };
}

class LineJudge {
  readonly #dataset: DatasetDefinition;
  readonly #categories: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #lines = new Map<string, number>();

  constructor(dataset: DatasetDefinition) {
    this.#dataset = dataset;
    this.#categories = new Map(
      countedIn(dataset).map(({ code, breakdowns }) => [code, new Set(['', ...breakdowns.flatMap(categoriesOf)])]),
    );
  }

  figureOf({ line, values }: TableRow): FigureLine | RowProblem {
    const { indicator: code, category, territory, value: text, basis } = values as unknown as Cells;
    const problem = (column: keyof Cells | null, reason: string): RowProblem => ({ line, column, reason });

    const indicator = this.#dataset.indicators.find((one) => one.code === code);
    if (!indicator) return problem('indicator', `"${echo(code)}" ${this.#noIndicator()}`);
    if (isDerived(indicator)) return problem('indicator', `"${code}" is made of others, and not submitted`);
    if (!this.#categories.get(code)?.has(category)) {
      return problem('category', `"${echo(category)}" ${noCategory(indicator)}`);
    }
    const value = wholeNumberOf(text, indicator);
    if (typeof value === 'string') return problem('value', `"${text}" ${value}`);
    const key = `${code} ${category} ${territory}`;
    const earlier = this.#lines.get(key);
    if (earlier) return problem(null, `counts what line ${earlier} counts, too`);
    this.#lines.set(key, line);
    return { line, indicator: code, category, territory, value, basis: basis ?? Basis.MEASURED };
  }

  #noIndicator(): string {
    return `is no indicator of ${this.#dataset.code}, which counts ${[...this.#categories.keys()].join(', ')}`;
  }
}

export const countedIn = ({ indicators }: DatasetDefinition): CountedIndicator[] =>
  indicators.filter((indicator): indicator is CountedIndicator => !isDerived(indicator));

function noCategory({ code, breakdowns }: CountedIndicator): string {
  if (breakdowns.length === 0) return `is no category of ${code}, which has none; leave the cell empty`;
  const all = breakdowns.map((traits) => traits.toSorted().join(';')).join(', ');
  return `is no category of ${code}, which is broken down by ${all}, as in ${categoriesOf(breakdowns[0] ?? [])[0]}`;
}
