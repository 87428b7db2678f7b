import { createHash } from 'node:crypto';
import type { Release } from './release.ts';
import type { PublishedRow } from './stored-figures.ts';

/**
 * SHA-256 of a release as the public sees it: a line of JSON for what it is about, one for its notes, one for its columns
 * and one for each territory that has figures, in the order of their codes. Figures are whole numbers of the indicator's last digit.
 */
export function hashOf(release: Release, rows: readonly PublishedRow[]): string {
  const { networkId, territoryCode, level, dataset, period, number, asOf, notes, columns } = release;
  const hash = createHash('sha256');
  const add = (line: readonly unknown[]) => hash.update(`${JSON.stringify(line)}\n`);
  add([networkId, territoryCode, level, dataset, period, number, asOf]);
  add(notes);
  add(columns.map(({ indicator, category, basis }) => [indicator, category, basis]));
  for (const { territory, level: of, values } of rows.toSorted((a, b) => (a.territory < b.territory ? -1 : 1))) {
    add([territory, of, ...values]);
  }
  return hash.digest('hex');
}
