import type { EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { record } from '../../../shared/events/record.ts';
import { findLocked } from '../../../shared/write/named-row.ts';
import { Submission, SubmissionStatus } from '../submission/submission.ts';
import { lastSequence, publishedBeside } from './earlier-releases.ts';
import { releasePublished } from './release.events.ts';
import { Release, ReleaseStatus } from './release.ts';

/**
 * Publishes a release, one at a time in the whole hub, so that none is published beside one that it was not protected
 * against; to be run in a transaction.
 */
export async function publishRelease(
  em: EntityManager,
  input: { id: string; expectedVersion: number },
): Promise<Release> {
  await em.execute(`select pg_advisory_xact_lock(hashtext('publish release'))`);
  const release = await findLocked(em, Release, input);
  release.assertApproved();
  await assertUpToDate(em, release);
  await assertStillSubmitted(em, release);

  const sequence = (await lastSequence(em)) + 1;
  const { networkId, dataset, period } = release;
  const before = await em.findOne(Release, { networkId, dataset, period, status: ReleaseStatus.PUBLISHED });
  before?.supersede();
  release.publish(sequence, new Date());
  record(em, releasePublished(release));
  return release;
}

async function assertUpToDate(em: EntityManager, release: Release): Promise<void> {
  const since = { $and: [publishedBeside(release), { sequence: { $gt: release.assembledAfter } }] };
  if ((await em.count(Release, since)) === 0) return;
  throw new DomainError(
    'CONFLICT',
    `Since this release was assembled, another of ${release.dataset} was published for a part of its territory, or for one that it lies in. What both tell together was not checked: assemble it again.`,
    { guard: 'upToDate', id: release.id },
  );
}

/** A partner who submitted again says that what it submitted before is wrong. */
async function assertStillSubmitted(em: EntityManager, { id, dataset, period, submissionIds }: Release): Promise<void> {
  const standing = { uuid: { $in: submissionIds }, status: SubmissionStatus.SIGNED_OFF };
  const gone = submissionIds.length - (await asSystem(() => em.count(Submission, standing))); // whoever may see them by now
  if (gone === 0) return;
  throw new DomainError(
    'CONFLICT',
    `Since this release was assembled, ${gone} of the ${submissionIds.length} submissions in it were replaced. Approve those of ${dataset} for ${period} that took their place, and assemble it again.`,
    { guard: 'submissions', id },
  );
}
