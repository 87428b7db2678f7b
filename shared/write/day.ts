import { Invalid } from '../errors/domain-error.ts';
import { today } from './today.ts';

/** The day on which something happened: today where none is said. Throws Invalid for one that is still to come. */
export function happenedOn(on: string | null | undefined): string {
  const now = today();
  if (on == null) return now;
  if (on <= now) return on;
  throw new Invalid(`\`on\` is the day on which it happened; ${on} is still to come.`, { field: 'on', value: on });
}

/** The same day a year later; the first of March where it would be the 29th of February. */
export const yearAfter = (day: string): string =>
  shifted(day, (date) => date.setUTCFullYear(date.getUTCFullYear() + 1));

export const dayBefore = (day: string): string => shifted(day, (date) => date.setUTCDate(date.getUTCDate() - 1));

function shifted(day: string, shift: (date: Date) => unknown): string {
  const date = new Date(day);
  shift(date);
  return date.toISOString().slice(0, 10);
}
