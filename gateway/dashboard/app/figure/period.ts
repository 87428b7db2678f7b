/** The parts of an SDMX label: `2026`, `2026-S1`, `2026-Q3`. */
export interface Period {
  year: number;
  /** The length: '' is a whole year. */
  length: '' | 'S' | 'Q';
  /** Which half or quarter, from 1 on; 0 for a year. */
  part: number;
}

const PER_YEAR = { '': 1, S: 2, Q: 4 } as const;

export function periodOf(label: string): Period {
  const [year = '', part = ''] = label.split('-');
  const length = part.startsWith('Q') ? 'Q' : part.startsWith('S') ? 'S' : '';
  return { year: Number(year), length, part: Number(part.slice(1)) };
}

/** Numbers periods of one length so that those which follow each other have numbers that do. */
export function placeOf(label: string): number {
  const { year, length, part } = periodOf(label);
  return year * PER_YEAR[length] + Math.max(part - 1, 0);
}

/** The period of the same length before. */
export function periodBefore(label: string): string {
  const { length } = periodOf(label);
  const place = placeOf(label) - 1;
  const year = Math.floor(place / PER_YEAR[length]);
  return length === '' ? String(year) : `${year}-${length}${(place % PER_YEAR[length]) + 1}`;
}

/** Whether a dataset of this code has periods of such a label: people by year, manufactories by quarter. */
export const isPeriodOf = (dataset: string, label: string): boolean =>
  periodOf(label).length === (dataset === 'PEOPLE' ? '' : 'Q');
