import type { EntityManager, FilterQuery } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { loadersByArguments, oneByKey, rowById } from '../../../shared/database/loaders.ts';
import { figurePages } from './figure-pages.ts';
import { Release } from './release.ts';
import { PUBLISHED } from './visible-releases.ts';

/** What a release is the number of. */
type Numbered = Pick<Release, 'networkId' | 'dataset' | 'period' | 'number'>;

export const releaseLoaders = (em: EntityManager) => ({
  releaseById: rowById(em, Release),
  publishedByNumber: publishedByNumber(em),
  figuresByRelease: loadersByArguments((page: { first: number; after: string | null }) => figurePages(em, page)),
});

function publishedByNumber(em: EntityManager): DataLoader<Numbered, Release | null, string> {
  const byKey = oneByKey<string, Release>(
    (keys) => {
      const wanted = keys.map((key) => JSON.parse(key) as FilterQuery<Release>);
      return em.find(Release, { $and: [PUBLISHED, { $or: wanted }] });
    },
    (release) => keyOf(release),
  );
  return new DataLoader((keys) => byKey.loadMany(keys.map(keyOf)), { cacheKeyFn: keyOf });
}

const keyOf = ({ networkId, dataset, period, number }: Numbered): string =>
  JSON.stringify({ networkId, dataset, period, number });
