import { thisDay } from '../address/this-day.ts';
import type { ManufactoryCardFragment } from '../graph/generated/graphql.ts';
import type { Words } from '../language/text.tsx';
import { daysBetween } from './day.ts';

type Life = Pick<
  ManufactoryCardFragment,
  | 'status'
  | 'supportPhase'
  | 'protectedFrom'
  | 'protectedUntil'
  | 'independentSince'
  | 'retainedSince'
  | 'closedOn'
  | 'supportSteps'
>;

/** Where it stands, with the day that matters there. */
export function standing(life: Life, words: Words): string {
  const { status, independentSince, retainedSince, closedOn } = life;
  const { text, day } = words;
  if (status === 'INDEPENDENT') return text('manufactories.independentSince', { day: day(independentSince) });
  if (status === 'RETAINED') return text('manufactories.retainedSince', { day: day(retainedSince) });
  if (status === 'CLOSED') return text('manufactories.closedOn', { day: day(closedOn) });
  return protection(life, words);
}

/** When its protective period ends, or ended. */
export function protection({ status, protectedFrom, protectedUntil }: Life, { text, day }: Words): string {
  if (!protectedFrom || !protectedUntil) return text('manufactories.notProtected');
  const days = daysBetween(thisDay(), protectedUntil);
  const values = { day: day(protectedUntil), days };
  if (status === 'PROTECTED') return text(days < 0 ? 'manufactories.overdue' : 'manufactories.protectedUntil', values);
  return text(days < 0 ? 'manufactories.protectionEnded' : 'manufactories.protectionEnds', values);
}

/** How much support is left. */
export function support({ supportPhase, supportSteps }: Life, { text, nameOf, day, percent }: Words): string {
  const phase = nameOf('supportPhase', supportPhase);
  if (supportPhase !== 'FADING') return phase;
  const now = thisDay();
  const reached = supportSteps.findLast(({ startsOn }) => startsOn <= now);
  if (reached) return text('manufactories.supportNow', { phase, percent: percent(reached.percent / 100) });
  const [next] = supportSteps;
  return next
    ? text('manufactories.supportNext', { phase, percent: percent(next.percent / 100), day: day(next.startsOn) })
    : phase;
}
