import { parsePeriod } from '../../../shared/period/period.ts';

/** Whether the two have a day in common, and so one of them is a part of the other. Throws Invalid for what is no period. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [parsePeriod(one), parsePeriod(other)];
  return a.start < b.end && b.start < a.end;
}
