import type { EntityManager } from '@mikro-orm/postgresql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { findTerritory, TerritoryLevel } from '../../../shared/territory/territory.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { Network } from '../network/network.ts';
import { NetworkMember } from '../network/network-member.ts';
import { Approval } from './approval.ts';
import { leaderOf } from './approving-organisations.ts';
import { territoriesOf } from './figures.ts';
import type { ApproveSubmissionInput } from './submission.inputs.ts';
import type { Submission } from './submission.ts';

interface Step {
  readonly by: string;
  readonly on: string;
}

/**
 * Who approves: a network, or null for the leader of the partnership. Throws FORBIDDEN for a network of another
 * organisation, Invalid for another level than the approver's.
 */
export async function approver(
  em: EntityManager,
  { level, networkId }: ApproveSubmissionInput,
): Promise<Network | null> {
  const network = networkId == null ? null : await findOwn(em, Network, 'networkId', networkId);
  const own = network?.level ?? TerritoryLevel.LOCAL;
  if (level == null || level === own) return network;
  const message = network
    ? `${network.name} approves at its own level, which is ${own}, not ${level}.`
    : `At the ${level} level a network approves: name it by \`networkId\`.`;
  throw new Invalid(message, { field: network ? 'level' : 'networkId', value: level });
}

/** One level takes the submission. The caller holds its row. */
export async function approve(
  em: EntityManager,
  submission: Submission,
  network: Network | null,
  { by, on }: Step,
): Promise<void> {
  const level = network?.level ?? TerritoryLevel.LOCAL;
  submission.approve(level, on, await lastStepOn(em, submission));
  if (network) {
    await assertJoined(em, submission, network, on);
    await assertWithin(em, submission, network);
  }
  const organisationId = network?.organisationId ?? (await leaderOf(em, submission)) ?? submission.organisationId;
  const networkId = network?.uuid ?? null;
  em.persist(
    Object.assign(new Approval(), {
      organisationId,
      submissionId: submission.uuid,
      level,
      networkId,
      approvedBy: by,
      approvedOn: on,
    }),
  );
}

/** The day of its latest approval, or of its sign-off. */
export async function lastStepOn(em: EntityManager, submission: Submission): Promise<string> {
  const { uuid: submissionId, approvedLevel, signedOffOn, submittedOn } = submission;
  const last = approvedLevel && (await em.findOne(Approval, { submissionId, level: approvedLevel }));
  return last ? last.approvedOn : (signedOffOn ?? submittedOn);
}

async function assertJoined(em: EntityManager, submission: Submission, network: Network, on: string): Promise<void> {
  const { partnershipId } = submission;
  const member = await em.findOne(NetworkMember, {
    networkId: network.uuid,
    partnershipId,
    joinedOn: { $lte: on },
  });
  const partnership = toGlobalId('Partnership', partnershipId);
  const why = `its partnership has not joined ${network.name} by ${on}. Record that with \`joinNetwork\`, or let a network approve that it has joined.`;
  submission.guard('member', member !== null, why, { network: network.id, partnership });
}

async function assertWithin(em: EntityManager, submission: Submission, network: Network): Promise<void> {
  const isWithin = (code: string) => findTerritory(code)?.path.startsWith(network.territoryPath) ?? false;
  const outside = (await territoriesOf(em, submission.uuid)).find((code) => !isWithin(code));
  const why = `it counts for ${outside}, which is not in ${network.territoryCode}, the territory of ${network.name}. A network approves that holds all its territories, or its partner submits those alone that lie in one.`;
  submission.guard('territory', outside === undefined, why, { network: network.id, territory: outside });
}
