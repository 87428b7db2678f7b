import 'reflect-metadata';
import { v4 } from 'uuid';
import { territoryOf } from '../../shared/territory/territory.ts';
import { Network } from '../../subgraphs/outcomes/network/network.ts';
import { Approval } from '../../subgraphs/outcomes/submission/approval.ts';
import { Submission, SubmissionStatus } from '../../subgraphs/outcomes/submission/submission.ts';

/** A network at the level of its territory. */
export function network(name: string, territory: string): Network {
  const row = Object.assign(new Network(), { name, level: territoryOf(territory).level, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

/** A submission of MANUFACTORIES for the third quarter of 2006 that the network has approved, and the approval; its figures are stored by `storeFigures`. */
export function approvedBy(network: Network, facts: Partial<Submission> = {}): [Submission, Approval] {
  const submission = Object.assign(new Submission(), {
    organisationId: v4(),
    partnershipId: v4(),
    dataset: 'MANUFACTORIES',
    period: '2006-Q3',
    number: 1,
    status: SubmissionStatus.SIGNED_OFF,
    submittedOn: '2006-10-02',
    signedOffBy: 'Head of the Centre',
    signedOffOn: '2006-10-04',
    ...facts,
  });
  const approval = Object.assign(new Approval(), {
    organisationId: network.organisationId,
    submissionId: submission.uuid,
    level: network.level,
    networkId: network.uuid,
    approvedBy: 'Head of the network',
    approvedOn: '2006-10-09',
  });
  return [submission, approval];
}
