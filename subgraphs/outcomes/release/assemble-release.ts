import type { EntityManager } from '@mikro-orm/postgresql';
import { asSystem } from '../../../shared/database/row-security/on-behalf.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { parsePeriod } from '../../../shared/period/period.ts';
import { datasetOf } from '../dataset/datasets.ts';
import { configuredThresholds } from '../disclosure-control/configured-thresholds.ts';
import type { Network } from '../network/network.ts';
import { protectRelease } from '../protection/protect-release.ts';
import { approvedSubmissions } from '../submission/approved-submissions.ts';
import { countsOf } from '../submission/figures.ts';
import type { Submission } from '../submission/submission.ts';
import { earlierReleases, lastSequence } from './earlier-releases.ts';
import { toRows } from './figure-rows.ts';
import { Release } from './release.ts';
import { hashOf } from './release-hash.ts';
import { releaseTree } from './release-tree.ts';
import { storeReleasedFigures } from './stored-figures.ts';
import { withWeakestBasis } from './weakest-basis.ts';

interface Wanted {
  readonly network: Network;
  readonly dataset: string;
  readonly period: string;
  readonly on: string;
}

/**
 * Sums what was submitted and approved, protects it beside all that was published before, and stores it as a draft; to be
 * run in a transaction. It reads what the network itself may not see, for none of it shows: what others within its
 * territory approved, and what earlier releases withhold.
 */
export async function assembleRelease(em: EntityManager, { network, dataset, period, on }: Wanted): Promise<Release> {
  const definition = datasetOf(dataset);
  parsePeriod(period);
  const assembledAfter = await lastSequence(em); // before all else is read: what is published from now on makes the draft stale
  const submissions = await asSystem(() => approvedSubmissions(em, { network, dataset, period }));
  const asOf = lastSignedOff(submissions, { network, dataset, period, on });
  const submissionIds = submissions.map(({ uuid }) => uuid).sort();
  const beside = { dataset, period, territoryCode: network.territoryCode };
  const { figures, notes } = await protectRelease({
    dataset: definition,
    period,
    sequence: assembledAfter + 1,
    tree: releaseTree(network.territoryCode),
    thresholds: configuredThresholds(),
    countsOf: (indicator) => asSystem(() => countsOf(em, submissionIds, indicator)),
    earlier: await asSystem(() => earlierReleases(em, beside, assembledAfter)),
  });
  const release = Object.assign(new Release(), {
    organisationId: network.organisationId,
    networkId: network.uuid,
    level: network.level,
    dataset,
    period,
    number: await nextNumber(em, network, dataset, period),
    assembledOn: on,
    assembledAfter,
    asOf,
    columns: await asSystem(() => withWeakestBasis(em, definition, submissionIds, figures.columns)),
    notes: [...notes],
    contributors: [...new Set(submissions.map(({ organisationId }) => organisationId))].sort(),
    submissionIds,
  });
  release.placeIn(network.territoryCode);
  const rows = toRows(figures);
  release.hash = hashOf(
    release,
    rows.map(({ territory, level, published }) => ({ territory, level, values: published })),
  );
  await em.persist(release).flush();
  await storeReleasedFigures(em, release, rows);
  return release;
}

/** Throws CONFLICT where there is nothing to release, Invalid where something was signed off behind the day on which it is assembled. */
function lastSignedOff(submissions: readonly Submission[], { network, dataset, period, on }: Wanted): string {
  const asOf = submissions
    .flatMap(({ signedOffOn }) => signedOffOn ?? [])
    .toSorted()
    .at(-1);
  if (asOf === undefined) {
    throw new DomainError(
      'CONFLICT',
      `${network.name} has no submission of ${dataset} for ${period} that is signed off and approved at the level ${network.level}. Approve one there first.`,
      { guard: 'submissions', network: network.id, dataset, period },
    );
  }
  if (asOf <= on) return asOf;
  throw new Invalid(`A submission that belongs into the release was signed off on ${asOf}, after ${on}.`, {
    field: 'on',
    value: on,
  });
}

/** Drafts do not count: so whoever sees the numbers does not learn how many there were. */
async function nextNumber(em: EntityManager, { uuid }: Network, dataset: string, period: string): Promise<number> {
  const published = { networkId: uuid, dataset, period, sequence: { $ne: null } };
  const last = await em.findOne(Release, published, { orderBy: { number: 'desc' } });
  return (last?.number ?? 0) + 1;
}
