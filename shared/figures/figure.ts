import { stringify } from 'csv-stringify/sync';

/** One count. */
export interface Figure {
  readonly indicator: string;
  /** '' for all; otherwise `SEX=F`, or of two traits `EMPLOYMENT=INACTIVE;SEX=F`, traits in the order of their codes. */
  readonly category: string;
  readonly territory: string;
  /** In the indicator's unit, exact; with the same number of digits behind the point in all figures of an indicator. */
  readonly value: string;
  /** The currency of an amount of money that is not in euro yet. */
  readonly currency?: string;
}

const COLUMNS = ['indicator', 'category', 'territory', 'value', 'basis'];

/** The figures that are not zero, as a file. */
export function writeFigures(figures: readonly Figure[]): { csv: string; rows: number } {
  const told = figures.filter(({ value }) => /[1-9]/.test(value)).toSorted(inOrder);
  const lines = told.map(({ indicator, category, territory, value }) => [
    indicator,
    category,
    territory,
    value,
    'MEASURED',
  ]);
  return { csv: stringify(lines, { header: true, columns: COLUMNS }), rows: lines.length };
}

/** Of an indicator each territory with its categories, all first. */
const inOrder = (a: Figure, b: Figure): number => (keyOf(a) < keyOf(b) ? -1 : 1);

const keyOf = ({ indicator, territory, category }: Figure): string => [indicator, territory, category].join('\t');
