import { Invalid } from '../../../shared/errors/domain-error.ts';
import { today } from '../../../shared/write/today.ts';

const MOST_YEARS = { startsOn: 1, endsOn: 10 } as const;

/**
 * Throws INVALID for days that nobody agrees on so early: what begins in a hundred years could not be ended before, and what
 * lasts for so long would be kept for as long.
 */
export function assertAgreedSoon(days: { startsOn: string; endsOn: string | null }): void {
  for (const [field, years] of Object.entries(MOST_YEARS) as [keyof typeof MOST_YEARS, number][]) {
    const day = days[field];
    if (day === null || day <= yearsAhead(years)) continue;
    throw new Invalid(`\`${field}\` is at most ${years} ${years === 1 ? 'year' : 'years'} ahead.`, {
      field,
      limit: years,
    });
  }
}

function yearsAhead(years: number): string {
  const date = new Date(today());
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
