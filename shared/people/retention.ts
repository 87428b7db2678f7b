import { today } from '../write/today.ts';

const OTHERWISE = 5;
const MOST = 100;

/** Reads `PEOPLE_RETENTION_YEARS`: for so many whole years behind that in which somebody left, papers are kept. */
export function retentionYears(environment: NodeJS.ProcessEnv = process.env): number {
  const text = environment.PEOPLE_RETENTION_YEARS || `${OTHERWISE}`;
  const years = Number(text);
  if (/^\d+$/.test(text) && years <= MOST) return years;
  throw new Error(`PEOPLE_RETENTION_YEARS=${text} is no whole number of years from 0 to ${MOST}.`);
}

let configured: number | undefined;

/**
 * The last day on which papers about somebody are kept who left, or whose work ended, on this one. They are kept from the
 * day on which that was recorded, where it is the later one: so nobody erases a person by a day that is long past.
 */
export function retainedUntil(leftOn: string, recordedOn = today()): string {
  configured ??= retentionYears();
  const from = leftOn > recordedOn ? leftOn : recordedOn;
  return `${String(Number(from.slice(0, 4)) + configured).padStart(4, '0')}-12-31`;
}
