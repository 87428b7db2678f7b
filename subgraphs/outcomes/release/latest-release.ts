import { type EntityManager, raw } from '@mikro-orm/postgresql';
import { Release, ReleaseStatus } from './release.ts';
import { containing } from './visible-releases.ts';

/**
 * What is published now of a territory for the latest period, by the network nearest to it; null where nothing is. The
 * periods of a dataset are of one length, so the order of their labels is that of time.
 */
export const latestRelease = (em: EntityManager, dataset: string, territory: string): Promise<Release | null> =>
  em.findOne(
    Release,
    { dataset, status: ReleaseStatus.PUBLISHED, ...containing(territory) },
    {
      orderBy: [
        { period: 'desc' },
        { [raw((alias) => `length(${alias}.territory_path)`)]: 'desc' },
        { sequence: 'desc' },
      ],
    },
  );
