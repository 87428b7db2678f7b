import { Invalid } from '../errors/domain-error.ts';

/** A stretch of days with its SDMX label: a year, a half, a quarter or a month. */
export interface Period {
  label: string;
  /** The first day. */
  start: string;
  /** The day after the last. */
  end: string;
}

const LABEL = /^(?<year>[12]\d{3})(-(S(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?$/;

/** Reads a label such as `2026`, `2026-S1`, `2026-Q3` or `2026-09`. Throws Invalid for what is none. */
export function parsePeriod(label: string): Period {
  const { year, half, quarter, month } = LABEL.exec(label)?.groups ?? {};
  if (!year) {
    throw new Invalid(
      `${JSON.stringify(label.slice(0, 50))} is no period. Write a year (2026), a half (2026-S1), a quarter (2026-Q3) or a month (2026-09).`,
      { field: 'period', value: label.slice(0, 50) },
    );
  }
  if (half) return months(label, year, Number(half) * 6 - 6, 6);
  if (quarter) return months(label, year, Number(quarter) * 3 - 3, 3);
  if (month) return months(label, year, Number(month) - 1, 1);
  return months(label, year, 0, 12);
}

const months = (label: string, year: string, first: number, count: number): Period => ({
  label,
  start: firstOfMonth(Number(year), first),
  end: firstOfMonth(Number(year), first + count),
});

const firstOfMonth = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
