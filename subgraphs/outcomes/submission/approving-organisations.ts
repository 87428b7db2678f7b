import type { EntityManager } from '@mikro-orm/postgresql';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Network } from '../network/network.ts';
import { NetworkMember } from '../network/network-member.ts';
import { KnownLeader } from '../partnership/known-leader.ts';
import type { Submission } from './submission.ts';

/** Who leads the partnership, as far as this subgraph has heard. */
export const leaderOf = async (em: EntityManager, { partnershipId }: Submission): Promise<string | null> =>
  (await em.findOne(KnownLeader, partnershipId))?.organisationId ?? null;

/** The organisations that approve at a level: the leader locally, above that the networks that the partnership has joined. */
export async function organisationsAt(
  em: EntityManager,
  submission: Submission,
  level: TerritoryLevel | null,
): Promise<(string | null)[]> {
  if (level === TerritoryLevel.LOCAL) return [await leaderOf(em, submission)];
  const joined = await em.find(NetworkMember, { partnershipId: submission.partnershipId });
  const networks = await em.find(Network, {
    uuid: { $in: joined.map(({ networkId }) => networkId) },
    ...(level === null ? {} : { level }),
  });
  return networks.map(({ organisationId }) => organisationId);
}

/** Those of all levels. */
export const organisationsAbove = async (em: EntityManager, submission: Submission): Promise<(string | null)[]> => [
  await leaderOf(em, submission),
  ...(await organisationsAt(em, submission, null)),
];
