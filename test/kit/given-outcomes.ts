import 'reflect-metadata';
import { v4 } from 'uuid';
import { TerritoryLevel, territoryOf } from '../../shared/territory/territory.ts';
import { Network } from '../../subgraphs/outcomes/network/network.ts';
import { NetworkMember } from '../../subgraphs/outcomes/network/network-member.ts';
import { Approval } from '../../subgraphs/outcomes/submission/approval.ts';
import { Submission, SubmissionStatus } from '../../subgraphs/outcomes/submission/submission.ts';

/** A network at the level of its territory. */
export function network(name: string, territory: string): Network {
  const row = Object.assign(new Network(), { name, level: territoryOf(territory).level, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

/** A partnership's membership, since long. */
export const member = ({ uuid: networkId, organisationId }: Network, partnershipId: string): NetworkMember =>
  Object.assign(new NetworkMember(), { networkId, organisationId, partnershipId, joinedOn: '2006-01-10' });

/** What a partner submitted of people in 2025; its figures are stored by `storeFigures`. */
export const submission = (given: Partial<Submission> = {}): Submission =>
  Object.assign(new Submission(), {
    organisationId: v4(),
    partnershipId: v4(),
    dataset: 'PEOPLE',
    period: '2025',
    number: 1,
    submittedOn: '2026-02-01',
    ...given,
  });

/** One that its partner answers for; `approval` makes it an approved one. */
export const signedOff = (given: Partial<Submission> = {}): Submission =>
  submission({ status: SubmissionStatus.SIGNED_OFF, signedOffBy: 'Head', signedOffOn: '2026-02-02', ...given });

/** That a level approved it: a network, or locally the leader. */
export function approval(of: Submission, network: Network | null = null): Approval {
  const level = network?.level ?? TerritoryLevel.LOCAL;
  of.approvedLevel = level;
  return Object.assign(new Approval(), {
    organisationId: network?.organisationId ?? of.organisationId,
    submissionId: of.uuid,
    level,
    networkId: network?.uuid ?? null,
    approvedBy: 'Board',
    approvedOn: '2026-03-01',
  });
}
