import type { EntityManager } from '@mikro-orm/postgresql';
import { findTerritory, territoryOf } from '../../../shared/territory/territory.ts';
import { findIndicator } from '../indicator/catalogue.ts';
import type { ReleaseStatus } from '../release/release.ts';
import type { Basis } from '../submission/submission.ts';
import { Observation, type ObservedColumn } from './observation.ts';
import type { Selection } from './selection.ts';

/** Which releases to read, and of which territories. */
export interface Asked {
  /** The territories whose releases cover what is asked for. */
  readonly covering: readonly string[];
  /** Those to read; of them, what the release does not cover is left out. */
  readonly territories: readonly string[];
  readonly period?: string;
  readonly release?: string;
  readonly network?: string;
}

/** SQL that gives the `id` and the `rank` of releases for one row `asked`; they are read in the order of their ranks. */
export interface Choice {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Row {
  place: number;
  id: string;
  network_id: string;
  period: string;
  status: ReleaseStatus;
  as_of: string;
  territory_path: string;
  columns: { indicator: string; category: string; basis: Basis }[] | null;
  figures: { code: string; values: (number | null)[] }[] | null;
}

/** Each release's columns are read once, by its key, and come with the first of its rows alone. */
const figuresSql = (choice: string): string => `
  with asked as (
    select * from jsonb_to_recordset(?::jsonb)
      as asked(place integer, covering text[], territories text[], period text, release uuid, network uuid)
  ), chosen as materialized (
    select asked.place, asked.territories, choice.* from asked cross join lateral (${choice}) as choice
  ), used as materialized (
    select used.* from (select distinct id from chosen) as one cross join lateral (
      select release.id, release.network_id, release.period, release.status, release.as_of::text as as_of,
          release.territory_path, array_agg(listed.position order by listed.position) as positions,
          json_agg(listed.entry order by listed.position) as columns
        from release cross join lateral jsonb_array_elements(release.columns) with ordinality as listed(entry, position)
        where release.id = one.id
          and listed.entry ->> 'indicator' = any(string_to_array(?, ','))
          and regexp_replace(listed.entry ->> 'category', '=[^;]*', '', 'g') = ?
        group by release.id
    ) as used
  )
  select chosen.place, used.id, used.network_id, used.period, used.status, used.as_of, used.territory_path,
      case when row_number() over (partition by used.id order by chosen.place, chosen.rank) = 1 then used.columns end as columns,
      (select json_agg(json_build_object('code', published.territory_code, 'values', (
          select json_agg(published."values"[place.position] order by place.number)
            from unnest(used.positions) with ordinality as place(position, number)
        )))
        from published_figures published
        where published.release_id = used.id and published.territory_code = any(chosen.territories)) as figures
    from chosen join used on used.id = chosen.id
    order by chosen.place, chosen.rank`;

/**
 * Reads published figures, in one statement for all that is asked: for each, by release in the order of the choice, then
 * by territory and column in their order. A territory without a row has 0 in every count, and no quotient.
 */
export async function readFigures(
  em: EntityManager,
  selection: Selection,
  choice: Choice,
  asked: readonly Asked[],
): Promise<Observation[][]> {
  const { indicators, breakdown } = selection;
  const rows = await em.execute<Row[]>(figuresSql(choice.sql), [
    JSON.stringify(asked.map((one, place) => ({ ...one, place }))),
    ...choice.parameters,
    indicators.join(),
    breakdown,
  ]);

  const found = asked.map((): Observation[] => []);
  const columnsOf = new Map<string, ObservedColumn[]>();
  for (const row of rows) if (row.columns) columnsOf.set(row.id, row.columns.map(observedColumn));
  for (const row of rows) {
    const territories = asked[row.place]?.territories ?? [];
    found[row.place]?.push(...observationsIn(row, territories, columnsOf.get(row.id) ?? [], selection));
  }
  return found;
}

function observationsIn(
  row: Row,
  territories: readonly string[],
  columns: readonly ObservedColumn[],
  selection: Selection,
): Observation[] {
  const release = {
    uuid: row.id,
    networkId: row.network_id,
    period: row.period,
    status: row.status,
    asOf: row.as_of,
    territoryPath: row.territory_path,
  };
  const figures = new Map((row.figures ?? []).map(({ code, values }) => [code, values]));
  return territories
    .filter((code) => findTerritory(code)?.path.startsWith(release.territoryPath))
    .flatMap((code) => {
      const values = figures.get(code);
      return columns.map((column, i) => {
        const figure = values ? (values[i] ?? null) : withoutRow(column);
        return new Observation(release, column, code, figure, selection);
      });
    });
}

const withoutRow = ({ indicator }: ObservedColumn): number | null =>
  'formula' in indicator && !('sum' in indicator.formula) ? null : 0;

/** A selection is of what the catalogue knows. */
function observedColumn({ indicator, category, basis }: NonNullable<Row['columns']>[number]): ObservedColumn {
  const definition = findIndicator(indicator);
  if (!definition) throw new Error(`No indicator has the code ${indicator}, but a column was selected by it.`);
  return { indicator: definition, category, basis };
}

/** The territory and those above it, the nearest first. */
export function upFrom(code: string): string[] {
  return territoryOf(code).path.split('/').slice(0, -1).reverse();
}
