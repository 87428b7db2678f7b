import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { v4 } from 'uuid';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';
import { EmploymentStatus, EntryAnswer, Sex } from './entry-facts.ts';
import { ACCOMPANIED, FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from './journey.ts';
import { assertOutcomeValid } from './outcome.rules.ts';

/** A person: no Node, in no list, counted nowhere, and not in the served graph before the rules that protect people are. */
@Entity()
@ObjectType({
  description:
    'Somebody whom a centre accompanies (beneficjent ostateczny). European cohesion law says participant; ESF+ exports do so, too.',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "hostPseudonym")')
export class Beneficiary extends CentreRow {
  @Field(() => ID)
  override get id(): string {
    return super.id;
  }

  /** By which parent institutions know the person: nobody but the planner joins both. */
  @Property({ type: 'uuid', unique: true })
  @Field(() => ID)
  @Directive('@inaccessible')
  hostPseudonym: string = v4();

  @Enum({ items: () => JourneyStatus, type: 'string', columnType: 'text' })
  @Field(() => JourneyStatus)
  status: JourneyStatus = JourneyStatus.REFERRED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  referredOn: string;

  @Enum({ items: () => Sex, type: 'string', columnType: 'text' })
  @Field(() => Sex)
  sex: Sex;

  @Property({ type: 'integer' })
  @Field(() => Int)
  birthYear: number;

  @Enum({ items: () => EmploymentStatus, type: 'string', columnType: 'text' })
  @Field(() => EmploymentStatus, { description: 'At entry.' })
  employmentStatus: EmploymentStatus;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Education at entry: the ISCED 2011 level, 0 to 8.' })
  iscedLevel: number | null = null;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Has a disability (EECO12).' })
  disability: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Is a national of a third country (EECO13).' })
  thirdCountryNational: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Has a foreign background (EECO14).' })
  foreignBackground: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Belongs to a minority (EECO15).' })
  minority: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Is homeless or excluded from housing (EECO16).' })
  homeless: EntryAnswer = EntryAnswer.UNKNOWN;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when employed in a manufactory.' })
  employedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  leftOn: string | null = null;

  @Enum({ items: () => LeavingReason, type: 'string', columnType: 'text', nullable: true })
  @Field(() => LeavingReason, { nullable: true })
  leavingReason: LeavingReason | null = null;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [LeavingResult])
  leavingResults: LeavingResult[] = [];

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the results of leaving were observed.' })
  resultsOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  followedUpOn: string | null = null;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [FollowUpResult])
  followUpResults: FollowUpResult[] = [];

  /** Moves on where the act leads from one point to the next; an act that is possible later, too, changes nothing then. */
  advance(act: string, from: JourneyStatus, to: JourneyStatus, also: readonly JourneyStatus[] = []): void {
    assertStatus(this, 'The beneficiary', act, [from, ...also]);
    if (this.status === from) this.status = to;
  }

  employ(on: string): void {
    this.advance('employed', JourneyStatus.IN_TRAINING, JourneyStatus.EMPLOYED_PROTECTED);
    this.employedOn = this.dayOf('employed', on);
    this.assertValid();
  }

  leave({ on, reason, results, resultsOn }: Leaving): void {
    assertStatus(this, 'The beneficiary', 'recorded as having left', ACCOMPANIED);
    this.status = JourneyStatus.LEFT;
    this.leftOn = on;
    this.leavingReason = reason;
    this.leavingResults = results;
    this.resultsOn = resultsOn;
    this.assertValid();
  }

  followUp(results: FollowUpResult[], on: string): void {
    this.advance('followed up', JourneyStatus.LEFT, JourneyStatus.FOLLOWED_UP);
    this.followedUpOn = on;
    this.followUpResults = results;
    this.assertValid();
  }

  assertAccompanied(act: string): void {
    assertStatus(this, 'The beneficiary', act, ACCOMPANIED);
  }

  /** A day on which something was done with the person; throws INVALID for one before the referral. */
  dayOf(act: string, on: string): string {
    if (on >= this.referredOn) return on;
    throw new Invalid(`Nobody is ${act} (${on}) before the referral (${this.referredOn}).`, { field: 'on' });
  }

  override assertValid(): void {
    const yearOfReferral = Number(this.referredOn.slice(0, 4));
    if (this.birthYear < yearOfReferral - 120 || this.birthYear > yearOfReferral) {
      throw new Invalid(`Nobody who was referred in ${yearOfReferral} was born in ${this.birthYear}.`, {
        field: 'birthYear',
      });
    }
    if (this.iscedLevel !== null && !(this.iscedLevel >= 0 && this.iscedLevel <= 8)) {
      throw new Invalid(`ISCED 2011 has the levels 0 to 8; got ${this.iscedLevel}.`, { field: 'iscedLevel' });
    }
    if (this.leftOn !== null && this.employedOn !== null && this.leftOn < this.employedOn) {
      throw new Invalid(`Nobody leaves (${this.leftOn}) before the employment (${this.employedOn}).`, { field: 'on' });
    }
    assertOutcomeValid(this);
  }
}

export interface Leaving {
  on: string;
  reason: LeavingReason;
  results: LeavingResult[];
  resultsOn: string;
}
