import { findTerritory, TerritoryLevel } from '../territory/territory.ts';
import type { Figure } from './figure.ts';

/**
 * Counts everything in one place: where some records name a municipality and others one of its districts, all are counted in
 * the municipality, for nobody knows in which district the first ones are, and its sum would not be that of its districts.
 */
export function inOnePlace(figures: readonly Figure[]): Figure[] {
  const named = new Set(figures.map(({ territory }) => territory));
  const sums = new Map<string, Figure>();
  for (const figure of figures) {
    const territory = widestLocal(figure.territory, named);
    const key = JSON.stringify([figure.indicator, figure.category, territory, figure.currency]);
    const before = sums.get(key);
    sums.set(key, { ...figure, territory, value: before ? plus(before.value, figure.value) : figure.value });
  }
  return [...sums.values()];
}

/** The territory, or the largest local one around it that is named, too. */
function widestLocal(code: string, named: ReadonlySet<string>): string {
  let widest = code;
  for (let around = findTerritory(code); around?.level === TerritoryLevel.LOCAL; ) {
    if (named.has(around.code)) widest = around.code;
    around = around.parentCode === null ? null : findTerritory(around.parentCode);
  }
  return widest;
}

/** The sum of two amounts with the same number of digits behind the point; exact. */
function plus(a: string, b: string): string {
  const decimals = a.split('.')[1]?.length ?? 0;
  const digits = (BigInt(a.replace('.', '')) + BigInt(b.replace('.', ''))).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
