import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { loadersByArguments } from '../../../shared/database/loaders.ts';
import { territoryOf } from '../../../shared/territory/territory.ts';
import type { Observation } from './observation.ts';
import { type Asked, type Choice, readFigures, upFrom } from './read-figures.ts';
import { previousPeriod } from './relative-period.ts';
import type { Selection } from './selection.ts';
import type { Wanted } from './wanted.ts';

interface Place {
  /** Whose releases count: those that cover it. */
  readonly within: string;
  readonly territories: readonly string[];
}

export const observationLoaders = (em: EntityManager) => ({
  /** By period, the oldest first, then by territory and column in their order. */
  observations: loadersByArguments(
    ({ selection, wanted }: { selection: Selection; wanted: Wanted }) =>
      new DataLoader<Place, Observation[], string>(
        (places) =>
          readFigures(
            em,
            selection,
            nearest(selection, wanted),
            places.map(({ within, territories }) => ({ covering: upFrom(within), territories })),
          ),
        { cacheKeyFn: JSON.stringify },
      ),
  ),

  /**
   * What is published of the territories above, the nearest first: in the same release, then in those of networks above,
   * of these what is above all that the release covers, for the rest is about the same people.
   */
  observationsAbove: loadersByArguments(
    (selection: Selection) =>
      new DataLoader<Observation, Observation[], string>(
        async (below) => {
          const found = await readFigures(em, selection, ABOVE(selection), below.map(above));
          return found.map((observations, i) => observations.filter((one) => isBeyond(below[i] as Observation, one)));
        },
        { cacheKeyFn: ({ release, territoryCode }) => `${release.uuid} ${territoryCode}` },
      ),
  ),

  /** What the same network published for the period before. */
  observationsBefore: loadersByArguments(
    (selection: Selection) =>
      new DataLoader<Observation, Observation[], string>(
        (after) => readFigures(em, selection, BEFORE(selection), after.map(before)),
        { cacheKeyFn: ({ release, territoryCode }) => `${release.uuid} ${territoryCode}` },
      ),
  ),

  /** The periods for which a dataset is published, the newest first. */
  publishedPeriods: loadersByArguments(
    (territory: string | null) =>
      new DataLoader<string, string[]>(async (datasets) => {
        const rows = await em.execute<{ dataset: string; periods: string[] }[]>(
          `select dataset, array_agg(distinct period collate "C" order by period collate "C" desc) as periods from release
            where dataset = any(string_to_array(?, ',')) and status = 'PUBLISHED'
              and (?::text is null or territory_code = any(string_to_array(?, ',')))
            group by dataset`,
          [datasets.join(), territory, territory === null ? null : upFrom(territory).join()],
        );
        const periods = new Map(rows.map((row) => [row.dataset, row.periods]));
        return datasets.map((dataset) => periods.get(dataset) ?? []);
      }),
  ),
});

/** For each period, of the releases that cover the territory, that of the nearest network; of these, the newest. */
function nearest({ dataset }: Selection, { periods, network, release }: Wanted): Choice {
  return {
    sql: `
      select id, row_number() over (order by period) as rank from (
        select distinct on (period collate "C") id, period collate "C" as period from release
          where dataset = ? and territory_code = any(asked.covering)
            and (status = 'PUBLISHED' or status = 'SUPERSEDED' and id = ?::uuid)
            and (?::uuid is null or id = ?::uuid)
            and (?::uuid is null or network_id = ?::uuid)
            and (?::text is null or period = any(string_to_array(?, ',')))
          order by period collate "C" desc, length(territory_path) desc, sequence desc
          limit ?
      ) as newest`,
    parameters: [
      dataset,
      ...Array(3).fill(release),
      ...Array(2).fill(network),
      ...Array(2).fill(periods?.join() ?? null),
      periods?.length ?? 1,
    ],
  };
}

const ABOVE = ({ dataset }: Selection): Choice => ({
  sql: `
    select id, row_number() over (order by id = asked.release desc, length(territory_path) desc, sequence desc) as rank
      from release
      where id = asked.release and status in ('PUBLISHED', 'SUPERSEDED')
        or dataset = ? and status = 'PUBLISHED' and period = asked.period and territory_code = any(asked.covering)`,
  parameters: [dataset],
});

const BEFORE = ({ dataset }: Selection): Choice => ({
  sql: `
    select id, 1 as rank from release
      where network_id = asked.network and dataset = ? and period = asked.period and status = 'PUBLISHED'
        and territory_code = any(asked.covering)`,
  parameters: [dataset],
});

const above = ({ release, territoryCode, period }: Observation): Asked => {
  const [, ...territories] = upFrom(territoryCode);
  const covering = territories.filter((code) => isAbove(code, release.territoryPath));
  return { covering, territories, period, release: release.uuid };
};

const isBeyond = ({ release }: Observation, other: Observation): boolean =>
  other.release.uuid === release.uuid || isAbove(other.territoryCode, release.territoryPath);

const isAbove = (code: string, path: string): boolean =>
  path.length > territoryOf(code).path.length && path.startsWith(territoryOf(code).path);

const before = ({ release, territoryCode, period }: Observation): Asked => ({
  covering: upFrom(territoryCode),
  territories: [territoryCode],
  period: previousPeriod(period),
  network: release.networkId,
});
