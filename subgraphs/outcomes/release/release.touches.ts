import type { TouchRule } from '../../../shared/touch/touch-rule.ts';
import { Release, type ReleaseStatus } from './release.ts';
import { PUBLIC_STATUSES } from './visible-releases.ts';

/** What is published shows as the figures of territories, which have no uuid, and in the lists of datasets; a draft shows to nobody. */
export const RELEASE_TOUCHES: TouchRule = {
  entity: Release,
  types: ['Territory', 'Dataset', 'Indicator'],
  isPublic: ({ status }) => PUBLIC_STATUSES.includes(status as ReleaseStatus),
};
