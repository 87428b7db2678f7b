import { Invalid } from '../../../shared/errors/domain-error.ts';
import { parsePeriod } from '../../../shared/period/period.ts';

/** The periods asked for, oldest first; null for the latest that is published, whichever that is. */
export type AskedPeriods = readonly string[] | null;

export const LATEST = 'LATEST';

/** No chart shows more, and an answer stays bounded. */
export const MOST_PERIODS = 20;

/** How many there are in a year, by the letter in their labels; years have none. */
const PER_YEAR = { '': 1, S: 2, Q: 4, M: 12 } as const;
type Length = keyof typeof PER_YEAR;

const UNITS: Readonly<Record<string, Length>> = { QUARTER: 'Q', HALF: 'S', HALVE: 'S', YEAR: '' };

/**
 * Reads an SDMX label, `LATEST`, `THIS_YEAR`, `LAST_YEAR`, or `LAST_4_QUARTERS` and the like: those that are over, the
 * one of today left out. Asks for today only where the answer depends on it.
 */
export function askedPeriods(text: string, today: () => string): AskedPeriods {
  if (text === LATEST) return null;
  if (text === 'THIS_YEAR') return allOf(yearOf(today()));
  if (text === 'LAST_YEAR') return allOf(yearOf(today()) - 1);

  const last = /^LAST_([1-9]\d?)_(QUARTER|HALF|HALVE|YEAR)S?$/.exec(text);
  if (last) return lastPeriods(text, Number(last[1]), UNITS[last[2] as string] as Length, today);
  try {
    return [parsePeriod(text).label];
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const relative = 'LATEST, LAST_4_QUARTERS, LAST_2_HALVES, LAST_5_YEARS, THIS_YEAR or LAST_YEAR';
    throw new Invalid(`${error.message} Or one relative to today: ${relative}.`, {
      field: 'period',
      value: text.slice(0, 50),
    });
  }
}

/** The period of the same length before; the label is well formed. */
export function previousPeriod(label: string): string {
  const [year = '', part = ''] = label.split('-');
  const length: Length = part === '' ? '' : /^[SQ]/.test(part) ? (part.charAt(0) as Length) : 'M';
  const place = part === '' ? 0 : Number(part.replace(/^[SQ]/, '')) - 1;
  return labelAt(length, Number(year) * PER_YEAR[length] + place - 1);
}

function lastPeriods(text: string, count: number, length: Length, today: () => string): string[] {
  if (count > MOST_PERIODS) {
    throw new Invalid(`${text} are too many periods at once; ask for ${MOST_PERIODS} at the most.`, {
      field: 'period',
      limit: MOST_PERIODS,
    });
  }
  const day = today();
  const month = Number(day.slice(5, 7)) - 1;
  const current = yearOf(day) * PER_YEAR[length] + Math.floor((month * PER_YEAR[length]) / 12);
  return Array.from({ length: count }, (_, i) => labelAt(length, current - count + i));
}

/** The year and its parts: a dataset is published for one length alone, so that at most one of them is there. */
const allOf = (year: number): string[] => [
  ...['S', 'Q'].flatMap((letter) => {
    const length = letter as Length;
    return Array.from({ length: PER_YEAR[length] }, (_, i) => labelAt(length, year * PER_YEAR[length] + i));
  }),
  String(year),
];

/** Periods of one length are numbered from the year 0 on. */
function labelAt(length: Length, number: number): string {
  const year = String(Math.floor(number / PER_YEAR[length])).padStart(4, '0');
  const place = (number % PER_YEAR[length]) + 1;
  if (length === '') return year;
  return length === 'M' ? `${year}-${String(place).padStart(2, '0')}` : `${year}-${length}${place}`;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
