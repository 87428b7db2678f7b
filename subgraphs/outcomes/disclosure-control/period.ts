import { Invalid } from '../../../shared/errors/domain-error.ts';

const MONTHS_OF = { S: 6, Q: 3 } as const;

/** The first month of the period and the one behind its last, counted from the year 0. */
function monthsOf(label: string): readonly [from: number, to: number] {
  const match = /^(\d{4})(?:-(?:(S)([12])|(Q)([1-4])|(0[1-9]|1[0-2])))?$/.exec(label);
  if (!match) {
    throw new Invalid(
      `${label} is no period. A period is a year (2026), a half-year (2026-S1), a quarter (2026-Q3) or a month (2026-09).`,
    );
  }
  const january = Number(match[1]) * 12;
  if (match[6]) return [january + Number(match[6]) - 1, january + Number(match[6])];

  const kind = (match[2] ?? match[4]) as keyof typeof MONTHS_OF | undefined;
  if (!kind) return [january, january + 12];
  const length = MONTHS_OF[kind];
  const from = january + (Number(match[3] ?? match[5]) - 1) * length;
  return [from, from + length];
}

/** Whether the two have a month in common, and so one of them is a part of the other. */
export function overlap(one: string, other: string): boolean {
  const [from, to] = monthsOf(one);
  const [otherFrom, otherTo] = monthsOf(other);
  return from < otherTo && otherFrom < to;
}
