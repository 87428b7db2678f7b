import type { EntityManager } from '@mikro-orm/postgresql';
import type { TerritoryLevel } from '../../../shared/territory/territory.ts';
import type { FigureColumn } from '../dataset/figure-column.ts';
import type { ReleasedFigures } from '../protection/released-figures.ts';
import { type FigureRow, fromRows } from './figure-rows.ts';
import type { Release } from './release.ts';
import { releaseTree } from './release-tree.ts';

/** What is published of a territory in a release. */
export interface PublishedRow {
  readonly territory: string;
  readonly level: TerritoryLevel;
  readonly values: readonly (number | null)[];
}

/** Stores the figures of a draft, in the transaction that stores the draft. */
export async function storeReleasedFigures(
  em: EntityManager,
  { uuid }: Release,
  rows: readonly FigureRow[],
): Promise<void> {
  const given = JSON.stringify(rows);
  await em.execute(
    `insert into published_figures (release_id, territory_code, level, "values")
       select ?, territory, level, published from jsonb_to_recordset(?::jsonb)
         as given(territory text, level text, published bigint[])`,
    [uuid, given],
  );
  await em.execute(
    `insert into withheld_figures (release_id, territory_code, "values")
       select ?, territory, withheld from jsonb_to_recordset(?::jsonb) as given(territory text, withheld bigint[])`,
    [uuid, given],
  );
}

/** Reads what is published in a release, by the codes of its territories. */
export const readPublished = (em: EntityManager, { uuid }: Release): Promise<PublishedRow[]> =>
  em.execute(
    `select territory_code as territory, level, to_json("values") as values from published_figures
      where release_id = ? order by territory_code collate "C"`,
    [uuid],
  );

/** Reads figures of a release, withheld ones, too: for making later releases, and for nothing else. */
export async function readReleasedFigures(
  em: EntityManager,
  { uuid, territoryCode, columns }: Release,
  isWanted: (column: FigureColumn) => boolean = () => true,
): Promise<ReleasedFigures> {
  const wanted = columns.flatMap((column, place) => (isWanted(column) ? [{ column, place }] : []));
  const isAll = wanted.length === columns.length;
  const valuesOf = (table: string): string =>
    isAll
      ? `to_json(${table}."values")`
      : `to_json(array[${wanted.map(({ place }) => `${table}."values"[${place + 1}]`).join()}])`;
  const rows =
    wanted.length === 0
      ? []
      : await em.execute<FigureRow[]>(
          `select territory_code as territory, level, ${valuesOf('told')} as published, ${valuesOf('withheld')} as withheld
             from published_figures told join withheld_figures withheld using (release_id, territory_code) where release_id = ?`,
          [uuid],
        );
  return fromRows(
    releaseTree(territoryCode),
    wanted.map(({ column }) => column),
    rows,
  );
}
