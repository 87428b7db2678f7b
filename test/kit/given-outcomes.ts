import 'reflect-metadata';
import { v4 } from 'uuid';
import { TerritoryLevel, territoryOf } from '../../shared/territory/territory.ts';
import { Network } from '../../subgraphs/outcomes/network/network.ts';
import { NetworkMember } from '../../subgraphs/outcomes/network/network-member.ts';
import { PublishedFigures } from '../../subgraphs/outcomes/release/figure-tables.ts';
import { Release, ReleaseStatus } from '../../subgraphs/outcomes/release/release.ts';
import { Approval } from '../../subgraphs/outcomes/submission/approval.ts';
import { Basis, Submission, SubmissionStatus } from '../../subgraphs/outcomes/submission/submission.ts';
import { Target, TargetKind } from '../../subgraphs/outcomes/target/target.ts';

/** A network at the level of its territory. */
export function network(name: string, territory: string): Network {
  const row = Object.assign(new Network(), { name, level: territoryOf(territory).level, organisationId: v4() });
  row.placeIn(territory);
  return row;
}

let sequence = 0;

/** A published release whose columns are given as `EECO01` for all people and `EECO01 SEX=F` for a category. */
export function publishedRelease(
  by: Network,
  dataset: string,
  period: string,
  columns: readonly string[],
  facts: Partial<Release> = {},
): Release {
  sequence += 1;
  const row = Object.assign(new Release(), {
    organisationId: by.organisationId,
    networkId: by.uuid,
    level: by.level,
    dataset,
    period,
    number: 1,
    status: ReleaseStatus.PUBLISHED,
    asOf: '2026-03-31',
    columns: columns.map((column) => {
      const [indicator = '', category = ''] = column.split(' ');
      return { indicator, category, basis: Basis.MEASURED };
    }),
    hash: '0'.repeat(64),
    publishedAt: new Date('2026-04-01T12:00:00Z'),
    sequence,
    ...facts,
  });
  row.placeIn(by.territoryCode);
  return row;
}

/** The same, not published. */
export const unpublished = (status: ReleaseStatus): Partial<Release> => ({ status, publishedAt: null, sequence: null });

/** What a release publishes of one territory, a figure for each of its columns; null where it is not published. */
export const publishedFigures = (
  { uuid }: Release,
  territoryCode: string,
  figures: readonly (number | null)[],
): PublishedFigures =>
  Object.assign(new PublishedFigures(), {
    releaseId: uuid,
    territoryCode,
    level: territoryOf(territoryCode).level,
    values: figures.map((figure) => (figure === null ? null : String(figure))),
  });

/** What an indicator should become in a territory by a period, or what it was, in the indicator's unit. */
export function target(
  territory: string,
  indicator: string,
  period: string,
  value: string,
  facts: Partial<Target> = {},
) {
  const row = Object.assign(new Target(), { indicator, period, value, kind: TargetKind.TARGET, organisationId: v4() });
  row.placeIn(territory);
  return Object.assign(row, facts);
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

/** A submission of MANUFACTORIES for the third quarter of 2006 that the network has approved, and the approval. */
export function approvedBy(network: Network, facts: Partial<Submission> = {}): [Submission, Approval] {
  const [submittedOn, signedOffOn] = ['2006-10-02', '2006-10-04'];
  const row = signedOff({ dataset: 'MANUFACTORIES', period: '2006-Q3', submittedOn, signedOffOn, ...facts });
  return [row, approval(row, network)];
}
