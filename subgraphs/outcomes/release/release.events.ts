import type { NewEvent } from '../../../shared/events/record.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import type { Release } from './release.ts';

export const RELEASE_PUBLISHED = 'hub.release.published.v1';

/** Tells that there is a release, and of what; its figures are read from the graph. */
export const releasePublished = (release: Release): NewEvent<object> => ({
  type: RELEASE_PUBLISHED,
  subject: release.id,
  data: {
    release: release.id,
    network: toGlobalId('Network', release.networkId),
    territory: release.territoryCode,
    level: release.level,
    dataset: release.dataset,
    period: release.period,
    number: release.number,
  },
});
