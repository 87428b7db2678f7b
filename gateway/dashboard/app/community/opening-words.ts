import type { IntlShape } from 'react-intl';
import type { CommunityServiceFragment } from '../graph/generated/graphql.ts';

type Opening = CommunityServiceFragment['schedule'][number];

const WEEK = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Such as "Mon–Fri 9:00–15:00": days that follow one another are told as one stretch. */
export function openingWords({ weekdays, opensAt, closesAt }: Opening, intl: IntlShape): string {
  const names = stretches(weekdays.map((weekday) => WEEK.indexOf(weekday)).sort((one, other) => one - other)).map(
    ([first, last]) => {
      if (first === last) return nameOf(first, intl);
      return `${nameOf(first, intl)}${last - first > 1 ? '–' : ', '}${nameOf(last, intl)}`;
    },
  );
  return `${names.join(', ')} ${clock(opensAt)}–${clock(closesAt)}`;
}

function stretches(days: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const day of days) {
    const before = found.at(-1);
    if (before && before[1] === day - 1) before[1] = day;
    else found.push([day, day]);
  }
  return found;
}

const nameOf = (weekday: number, intl: IntlShape): string =>
  intl.formatDate(A_MONDAY + weekday * DAY_MS, { weekday: 'short', timeZone: 'UTC' });

const clock = (time: string): string => time.slice(0, 5);
