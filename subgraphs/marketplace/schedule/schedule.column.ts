import { z } from 'zod';
import { date, writtenAs } from '../../../shared/register/column.ts';
import { type Opening, Weekday } from './opening.ts';

const DAY = '\\d{4}-\\d{2}-\\d{2}';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';
const LINE = new RegExp(
  `^(?<days>(?:${Object.values(Weekday).join('|')})(?: (?:${Object.values(Weekday).join('|')}))*) ` +
    `(?<opens>${TIME})-(?<closes>${TIME})(?: (?<from>${DAY})?/(?<to>${DAY})?)?$`,
);

/** A register's cell such as `MO TU 10:00-16:00; SA 10:00-14:00 2026-05-01/2026-09-30`; an empty one is no schedule. */
export const scheduleColumn = writtenAs(
  z.string().transform((cell, context): Opening[] => {
    if (cell === '') return [];
    const lines: (Line | undefined)[] = cell.split(';').map((line) => LINE.exec(line.trim())?.groups);
    if (lines.every(isRight)) return lines.map(toOpening);
    context.addIssue('is no schedule like MO TU 10:00-16:00; SA 10:00-14:00 2026-05-01/2026-09-30');
    return z.NEVER;
  }),
  (schedule) => schedule.map(lineOf).join('; '),
);

function lineOf({ weekdays, opensAt, closesAt, validFrom, validTo }: Opening): string {
  const season = validFrom || validTo ? ` ${validFrom ?? ''}/${validTo ?? ''}` : '';
  return `${weekdays.join(' ')} ${opensAt}-${closesAt}${season}`;
}

type Line = Record<string, string | undefined>;

const isRight = (line: Line | undefined): line is Line =>
  line !== undefined && [line.from, line.to].every((day) => day === undefined || date.safeParse(day).success);

const toOpening = (line: Line): Opening => ({
  weekdays: Object.values(Weekday).filter((day) => line.days?.includes(day)),
  opensAt: line.opens ?? '',
  closesAt: line.closes ?? '',
  validFrom: line.from ?? null,
  validTo: line.to ?? null,
});
