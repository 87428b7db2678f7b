import type { ManufactoryCardFragment } from '../graph/generated/graphql.ts';

/** A manufactory that is protected, or was. */
export type Protected = ManufactoryCardFragment & { protectedFrom: string; protectedUntil: string };

/** Protective periods that belong on one scale of time. */
export interface Era {
  from: string;
  until: string;
  rows: Protected[];
}

/** With so many years without anything between them, one scale would show neither. */
const GAP_YEARS = 3;

export const isProtected = (card: ManufactoryCardFragment): card is Protected =>
  card.protectedFrom !== null && card.protectedUntil !== null;

/** The protective periods on as many scales as they need, the latest first; in each the one that ends first is first. */
export function erasOf(cards: readonly Protected[]): Era[] {
  const eras: Era[] = [];
  for (const card of cards.toSorted((one, other) => one.protectedFrom.localeCompare(other.protectedFrom))) {
    const until = card.supportSteps.at(-1)?.startsOn ?? card.protectedUntil;
    const era = eras.at(-1);
    if (era && yearOf(card.protectedFrom) - yearOf(era.until) <= GAP_YEARS) {
      era.rows.push(card);
      if (until > era.until) era.until = until;
    } else eras.push({ from: card.protectedFrom, until, rows: [card] });
  }
  for (const { rows } of eras) rows.sort((one, other) => one.protectedUntil.localeCompare(other.protectedUntil));
  return eras.reverse();
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
