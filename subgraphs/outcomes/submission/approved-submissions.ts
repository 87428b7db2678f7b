import { type EntityManager, LockMode, raw } from '@mikro-orm/postgresql';
import type { Network } from '../network/network.ts';
import { Submission, SubmissionStatus } from './submission.ts';

interface Wanted {
  readonly network: Network;
  readonly dataset: string;
  readonly period: string;
}

/**
 * What may go into a release of the network: signed off, not replaced, and approved at the network's level by the network
 * itself or by one whose territory lies in its own. What is not approved up to there is invisible to it. Nobody takes one
 * back while the transaction lasts.
 */
export function approvedSubmissions(em: EntityManager, { network, dataset, period }: Wanted): Promise<Submission[]> {
  const beneath = `${network.territoryPath.replaceAll('_', '\\_')}_%`; // in LIKE, `_` stands for any character
  const isApproved = raw(
    (submission) => `exists (
      select from approval join network on network.id = approval.network_id
      where approval.submission_id = ${submission}.id and approval.level = ?
        and (network.id = ? or network.territory_path like ?))`,
    [network.level, network.uuid, beneath],
  );
  return em.find(
    Submission,
    { dataset, period, status: SubmissionStatus.SIGNED_OFF, [isApproved]: [] },
    { orderBy: { uuid: 'asc' }, lockMode: LockMode.PESSIMISTIC_READ },
  );
}
