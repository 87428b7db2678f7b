import { CALLERS_ORGANISATION, type RowPolicy } from '../../shared/database/row-policy.ts';
import { NetworkMember } from './network/network-member.ts';
import { KnownLeader } from './partnership/known-leader.ts';
import { PublishedFigures, WithheldFigures } from './release/figure-tables.ts';
import { Release } from './release/release.ts';
import { Approval } from './submission/approval.ts';
import { Figure } from './submission/figure.ts';
import { Submission } from './submission/submission.ts';

/** Whether the caller's organisation is a level above: it leads the partnership, or is a network that this has joined. */
const APPROVES = `exists (
    select from known_leader where known_leader.id = submission.partnership_id
      and known_leader.organisation_id = ${CALLERS_ORGANISATION}
  ) or exists (
    select from network_member join network on network.id = network_member.network_id
      where network_member.partnership_id = submission.partnership_id
      and network.organisation_id = ${CALLERS_ORGANISATION}
  )`;

/** An inner select sees no more than its caller may, so what hangs on a row is hidden with it. */
const SUBMISSION_IS_VISIBLE = 'exists (select from submission where submission.id = submission_id)';
const SUBMISSION_IS_OWN = `exists (
  select from submission where submission.id = submission_id and submission.organisation_id = ${CALLERS_ORGANISATION})`;
const IS_PUBLISHED = `status in ('PUBLISHED', 'SUPERSEDED')`;
const RELEASE_IS_OWN = `exists (
  select from release where release.id = release_id and release.organisation_id = ${CALLERS_ORGANISATION})`;

const never = ['update', 'delete'] as const;

/** Whose rows are whose, where it is not as by default. */
export const ROWS: RowPolicy[] = [
  {
    entity: Submission,
    read: 'owner',
    readWhere: APPROVES,
    updateWhere: APPROVES,
    because: 'What a partner counted is for it and for the levels above, which approve it one after the other.',
  },
  {
    entity: Figure,
    read: 'owner',
    readWhere: SUBMISSION_IS_VISIBLE,
    insertWhere: SUBMISSION_IS_OWN,
    never,
    because: 'It belongs to its submission. A correction is another submission.',
  },
  {
    entity: Approval,
    read: 'owner',
    readWhere: SUBMISSION_IS_VISIBLE,
    never,
    because: 'It belongs to its submission. What a level approved stays on record.',
  },
  {
    entity: Release,
    read: 'owner',
    readWhere: IS_PUBLISHED,
    because: 'A draft is for nobody but its network until it is published.',
  },
  {
    entity: PublishedFigures,
    read: 'system',
    readWhere: `exists (select from release where release.id = release_id and release.${IS_PUBLISHED})`,
    insertWhere: RELEASE_IS_OWN,
    never,
    because: 'Drafts are not protected beside each other: nobody sees their figures, not even their network.',
  },
  {
    entity: WithheldFigures,
    read: 'system',
    insertWhere: RELEASE_IS_OWN,
    never,
    because: 'They would tell of people; the program alone reads them, to protect the releases that come later.',
  },
  {
    entity: NetworkMember,
    insertWhere: `exists (
      select from known_leader where known_leader.id = partnership_id and known_leader.organisation_id = ${CALLERS_ORGANISATION})`,
    because: 'The partnership joins the network, which from then on sees what its partners submit: its leader decides.',
  },
  {
    entity: KnownLeader,
    insert: 'system',
    update: 'system',
    because: 'The partnership told it, by events; it is public there.',
  },
];
