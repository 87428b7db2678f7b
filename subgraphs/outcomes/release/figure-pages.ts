import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import type { PublishedRow } from './stored-figures.ts';

export interface FigurePage {
  /** One more than were asked for, where there are more. */
  readonly rows: PublishedRow[];
  readonly count: () => Promise<number>;
}

interface FoundRow extends PublishedRow {
  readonly release: string;
}

/** Reads pages of the published figures of many releases, by the codes of the territories, all in one statement. */
export function figurePages(
  em: EntityManager,
  { first, after }: { first: number; after: string | null },
): DataLoader<string, FigurePage> {
  const counts = new DataLoader((releases: readonly string[]) => countByRelease(em, releases));
  return new DataLoader(async (releases) => {
    const found = await em.execute<FoundRow[]>(
      `select list.release, row.territory_code as territory, row.level, to_json(row."values") as values
         from unnest(string_to_array(?, ',')::uuid[]) as list(release) cross join lateral (
           select * from published_figures where release_id = list.release and territory_code collate "C" > ?
            order by territory_code collate "C" limit ?) as row
        order by row.territory_code collate "C"`,
      [releases.join(), after ?? '', first + 1],
    );
    const byRelease = Map.groupBy(found, ({ release }) => release);
    return releases.map((release) => ({ rows: byRelease.get(release) ?? [], count: () => counts.load(release) }));
  });
}

async function countByRelease(em: EntityManager, releases: readonly string[]): Promise<number[]> {
  const found = await em.execute<{ release: string; count: number }[]>(
    `select release_id as release, count(*)::int as count from published_figures
      where release_id = any(string_to_array(?, ',')::uuid[]) group by release_id`,
    [releases.join()],
  );
  const counts = new Map(found.map(({ release, count }) => [release, count]));
  return releases.map((release) => counts.get(release) ?? 0);
}
