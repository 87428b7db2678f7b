import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type Alternative, RequiresScopes } from '../../../shared/access/requires-scopes.ts';
import { OwnedRow } from '../../../shared/database/owned-row.ts';
import { DomainError, Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { TerritoryLevel } from '../../../shared/territory/territory.ts';
import { Organisation } from '../organisation/organisation.stub.ts';
import { Partnership } from '../partnership/partnership.stub.ts';
import { ApprovalState } from './approval-state.ts';

export enum SubmissionStatus {
  SUBMITTED = 'SUBMITTED',
  SIGNED_OFF = 'SIGNED_OFF',
  RETURNED = 'RETURNED',
  /** The same partner submitted the same dataset and period again. */
  REPLACED = 'REPLACED',
}
registerEnumType(SubmissionStatus, {
  name: 'SubmissionStatus',
  description: 'A submission is submitted and signed off; then it is approved level by level, or returned.',
  valuesConfig: {
    SUBMITTED: { description: 'It waits for somebody of the partner who answers for it.' },
    SIGNED_OFF: { description: 'It can be approved, and shows in releases up to where it is approved.' },
    RETURNED: { description: 'A level did not approve it; the partner submits again.' },
    REPLACED: { description: 'The same partner submitted the same dataset and period again.' },
  },
});

/** Where a figure is from: a count of each person, a sample, an informed estimate, or whom an operation was made for. */
export enum Basis {
  MEASURED = 'MEASURED',
  SAMPLE = 'SAMPLE',
  ESTIMATE = 'ESTIMATE',
  TARGET_GROUP = 'TARGET_GROUP',
}

/** In the order in which they approve. */
const LEVELS: readonly TerritoryLevel[] = [
  TerritoryLevel.LOCAL,
  TerritoryLevel.REGIONAL,
  TerritoryLevel.NATIONAL,
  TerritoryLevel.EUROPEAN,
];

/** The level that approves before this one; null for the first. */
export const levelBeneath = (level: TerritoryLevel): TerritoryLevel | null => LEVELS[LEVELS.indexOf(level) - 1] ?? null;

/** For sorting, from the local level up. */
export const byLevel = (one: { level: TerritoryLevel }, other: { level: TerritoryLevel }): number =>
  LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level);

/** What must hold for a step. */
export type SubmissionGuard = 'status' | 'order' | 'member' | 'territory' | 'release';

/** Whoever may submit or approve reads what is submitted, so that their own writes can answer with it. */
export const SUBMISSION_READERS: readonly Alternative[] = [
  'hub:write',
  'submissions:read',
  'figures:submit',
  'submissions:approve',
];

/** What one partner counted, for a dataset and a period. Its figures are raw counts, and never leave this subgraph as they are. */
@Entity()
@ObjectType({
  implements: Node,
  description:
    'What one partner counted, for a dataset and a period; for those who submit and approve. Its figures are not in the graph: they are published as parts of releases.',
})
@Directive('@key(fields: "id")')
@RequiresScopes(...SUBMISSION_READERS)
export class Submission extends OwnedRow {
  @Property({ type: 'uuid' })
  partnershipId: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: "The dataset's code." })
  dataset: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'As SDMX writes it: "2026", "2026-Q3".' })
  period: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: "1 for the partner's first of this partnership, dataset and period." })
  number: number;

  @Enum({ items: () => SubmissionStatus, type: 'string', columnType: 'text' })
  @Field(() => SubmissionStatus)
  status: SubmissionStatus = SubmissionStatus.SUBMITTED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  submittedOn: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Who of the partner answers for the figures: the function, not the name.',
  })
  signedOffBy: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  signedOffOn: string | null = null;

  /** By it the version grows with each approval. */
  @Enum({ items: () => TerritoryLevel, type: 'string', columnType: 'text', nullable: true })
  @Field(() => TerritoryLevel, { nullable: true, description: 'The highest level that approved it.' })
  approvedLevel: TerritoryLevel | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is to be corrected before it is submitted again.' })
  returnedBecause: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  returnedOn: string | null = null;

  @Field(() => Organisation, { nullable: true, description: 'The partner whose count it is.' })
  get organisation(): Organisation {
    return Organisation.of(this.organisationId);
  }

  @Field(() => Partnership, { nullable: true, description: 'For the work of which it counts.' })
  get partnership(): Partnership {
    return Partnership.of(this.partnershipId);
  }

  @Field(() => TerritoryLevel, { nullable: true, description: 'The level that is the next to approve or return it.' })
  get awaiting(): TerritoryLevel | null {
    if (this.status !== SubmissionStatus.SIGNED_OFF) return null;
    return LEVELS[this.approvedLevel === null ? 0 : LEVELS.indexOf(this.approvedLevel) + 1] ?? null;
  }

  /** How far it is on its way up, as the level sees it. */
  approvalAt(level: TerritoryLevel): ApprovalState {
    if (this.status !== SubmissionStatus.SIGNED_OFF) return ApprovalState.UNAPPROVABLE;
    if (this.approvedLevel === level) return ApprovalState.APPROVED_HERE;
    if (this.awaiting === level) return ApprovalState.UNAPPROVED_READY;
    const isAbove = this.awaiting !== null && LEVELS.indexOf(level) > LEVELS.indexOf(this.awaiting);
    return isAbove ? ApprovalState.UNAPPROVED_WAITING : ApprovalState.APPROVED_ABOVE;
  }

  signOff(by: string, on: string): void {
    const open = 'what is signed off stays as it is. Submit the figures again to change them.';
    this.guard('status', this.status === SubmissionStatus.SUBMITTED, `it is ${this.status}, and ${open}`);
    this.refuseBefore(this.submittedOn, on, 'it was submitted');
    this.status = SubmissionStatus.SIGNED_OFF;
    this.signedOffBy = by;
    this.signedOffOn = on;
  }

  /** A level takes it, exactly behind the one beneath; `since` is the day of the step before. */
  approve(level: TerritoryLevel, on: string, since: string): void {
    this.refuseUnlessSignedOff('approved');
    const { awaiting } = this;
    const next = awaiting === null ? 'every level has approved it' : `it waits for the ${awaiting} level`;
    const taken =
      this.approvalAt(level) === ApprovalState.UNAPPROVED_WAITING ? 'cannot approve it yet' : 'has approved it';
    this.guard('order', level === awaiting, `the ${level} level ${taken}; ${next}.`);
    this.refuseBefore(since, on, 'the step before');
    this.approvedLevel = level;
  }

  /** Whoever would be the next to approve it does not; what was approved beneath is on record, and has no effect any more. */
  giveBack(reason: string, on: string, since: string): void {
    this.refuseUnlessSignedOff('returned');
    const over = 'every level has approved it. A correction is another submission.';
    this.guard('order', this.awaiting !== null, over);
    this.refuseBefore(since, on, 'the step before');
    this.status = SubmissionStatus.RETURNED;
    this.returnedBecause = reason;
    this.returnedOn = on;
  }

  replace(): void {
    this.status = SubmissionStatus.REPLACED;
  }

  /** Refuses a step whose condition does not hold; the message says what would satisfy it. */
  guard(guard: SubmissionGuard, holds: boolean, why: string, facts: Record<string, unknown> = {}): void {
    if (holds) return;
    const message = `Submission ${this.number} of ${this.dataset} for ${this.period}: ${why}`;
    throw new DomainError('CONFLICT', message, { guard, id: this.id, status: this.status, ...facts });
  }

  private refuseUnlessSignedOff(what: string): void {
    const wayOut: Record<SubmissionStatus, string> = {
      SUBMITTED: 'Let its partner sign it off first.',
      SIGNED_OFF: '',
      RETURNED: 'Its partner has to submit again.',
      REPLACED: 'Take the one that its partner submitted later.',
    };
    const holds = this.status === SubmissionStatus.SIGNED_OFF;
    this.guard('status', holds, `it is ${this.status}, and cannot be ${what}. ${wayOut[this.status]}`);
  }

  private refuseBefore(day: string, on: string, what: string): void {
    if (on >= day) return;
    throw new Invalid(`\`on\` is ${on}, which is before ${what} (${day}).`, { field: 'on', value: on });
  }
}
