import type { FilterQuery } from '@mikro-orm/postgresql';
import { knownTerritory, withinTerritory } from '../../../shared/database/placed-row.ts';
import { type Caller, runsHub } from '../../../shared/trust/caller.ts';
import { type Release, ReleaseStatus } from './release.ts';

/** What the public sees; anything else looks to it as if it did not exist. */
export const PUBLIC_STATUSES: readonly ReleaseStatus[] = [ReleaseStatus.PUBLISHED, ReleaseStatus.SUPERSEDED];

/** Whether everybody sees it; until then nobody sees its figures, for drafts are not protected beside each other. */
export const isPublic = ({ status }: Pick<Release, 'status'>): boolean => PUBLIC_STATUSES.includes(status);

export const PUBLISHED: FilterQuery<Release> = { status: { $in: [...PUBLIC_STATUSES] } };

/** Whether a caller may see drafts: which ones, `rows.ts` says. Nobody hears when they change, so no answer with them is kept. */
export const mayMeetDrafts = (caller: Caller): boolean => caller.organisationId !== null || runsHub(caller);

/**
 * The condition for the releases of a territory that lies in the one named or contains it: all that can tell of it.
 * Throws Invalid for a code that is no territory.
 */
export const concerning = (territory: string): { $or: { territoryPath?: object }[] } => ({
  $or: [withinTerritory(territory), containing(territory)],
});

/** The condition for the releases that have figures of a territory: of it, or of one above it. */
export const containing = (territory: string): { territoryPath: { $in: string[] } } => {
  const codes = knownTerritory(territory).path.split('/').slice(0, -1);
  return { territoryPath: { $in: codes.map((_, i) => `${codes.slice(0, i + 1).join('/')}/`) } };
};
