import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { overlap } from './period.ts';

/** The people of `whole` are those of its `parts`, each once; whoever is in none of the others is a part, too. */
export interface Partition {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** What is published, or was, of one indicator at one level. */
export interface Publication {
  readonly indicator: string;
  readonly level: TerritoryLevel;
  readonly period: string;
  /** A flow of two halves adds up to that of the year; a stock does not. */
  readonly measure: 'STOCK' | 'FLOW';
}

/** Why these must not be published beside each other, each a sentence; none where they may. */
export function objectionsTo(publications: readonly Publication[], partitions: readonly Partition[]): string[] {
  const objections = new Set<string>();
  const familyOf = familiesOf(partitions);
  for (const [index, one] of publications.entries()) {
    for (const other of publications.slice(index + 1)) {
      if (one.level !== other.level) continue;
      if (breakDown(one, other, familyOf)) {
        objections.add(
          `${one.indicator} and ${other.indicator} are parts of the same people: locally only one of them is published.`,
        );
      }
      if (addUp(one, other)) {
        objections.add(
          `${one.indicator} would be published for ${one.period} and for ${other.period}, of which one is a part ` +
            `of the other: at the level ${one.level}, publish the whole or its parts.`,
        );
      }
    }
  }
  return [...objections];
}

function breakDown(one: Publication, other: Publication, familyOf: ReadonlyMap<string, number>): boolean {
  if (one.level !== TerritoryLevel.LOCAL || one.indicator === other.indicator) return false;
  const family = familyOf.get(one.indicator);
  return family !== undefined && family === familyOf.get(other.indicator) && overlap(one.period, other.period);
}

function addUp(one: Publication, other: Publication): boolean {
  if (one.indicator !== other.indicator || one.period === other.period) return false;
  return one.measure === 'FLOW' && overlap(one.period, other.period);
}

/** Indicators that partitions join, however many lie between. */
function familiesOf(partitions: readonly Partition[]): Map<string, number> {
  const familyOf = new Map<string, number>();
  for (const [family, { whole, parts }] of partitions.entries()) {
    const joined = new Set([whole, ...parts].map((indicator) => familyOf.get(indicator)));
    for (const [indicator, before] of familyOf) if (joined.has(before)) familyOf.set(indicator, family);
    for (const indicator of [whole, ...parts]) familyOf.set(indicator, family);
  }
  return familyOf;
}
