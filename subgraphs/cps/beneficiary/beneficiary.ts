import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Ctx, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { retainedUntil } from '../../../shared/people/retention.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import type { Context } from '../context.ts';
import { CentreRow } from '../support-centre/centre-row.ts';
import { SupportCentre } from '../support-centre/support-centre.ts';
import { Territory } from '../territory/territory.stub.ts';
import { EmploymentStatus, EntryAnswer, Sex } from './entry-facts.ts';
import { ACCOMPANIED, FollowUpResult, JourneyStatus, LeavingReason, LeavingResult } from './journey.ts';
import { assertOutcomeValid } from './outcome.rules.ts';
import { assertPoint } from './point.ts';
import { Fact, OfCase, Person } from './purposes.ts';

/** A person: no Node, in no list, counted nowhere. Each field says for which purposes it is; so does each thing of a person. */
@Entity()
@ObjectType({
  description:
    'Somebody whom a centre accompanies (beneficjent ostateczny). European cohesion law says participant; ESF+ exports do so, too.',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "hostPseudonym")')
@Person
export class Beneficiary extends CentreRow {
  @Field(() => ID)
  @Person
  override get id(): string {
    return super.id;
  }

  @Field(() => String, { nullable: true, description: 'Where the facts come from.' })
  @OfCase
  override source: string | null;

  @Field(() => Int, { description: 'Grows with each change.' })
  @Fact
  override version: number;

  /** By which parent institutions know the person: nobody but the planner joins both. */
  @Field(() => ID)
  @Directive('@inaccessible')
  @Person
  async hostPseudonym(@Ctx() { loaders }: Context): Promise<string> {
    const key = await loaders.keyByBeneficiary.load(this.uuid);
    if (key) return key.hostPseudonym;
    throw new Error('A person has no key.');
  }

  @Enum({ items: () => JourneyStatus, type: 'string', columnType: 'text' })
  @Field(() => JourneyStatus)
  @Fact
  status: JourneyStatus = JourneyStatus.REFERRED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @Fact
  referredOn: string;

  @Enum({ items: () => Sex, type: 'string', columnType: 'text' })
  @Field(() => Sex)
  @Fact
  sex: Sex;

  @Property({ type: 'integer' })
  @Field(() => Int)
  @Fact
  birthYear: number;

  @Enum({ items: () => EmploymentStatus, type: 'string', columnType: 'text' })
  @Field(() => EmploymentStatus, { description: 'At entry.' })
  @Fact
  employmentStatus: EmploymentStatus;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Education at entry: the ISCED 2011 level, 0 to 8.' })
  @Fact
  iscedLevel: number | null = null;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Has a disability (EECO12).' })
  @Fact
  disability: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Is a national of a third country (EECO13).' })
  @Fact
  thirdCountryNational: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Has a foreign background (EECO14).' })
  @Fact
  foreignBackground: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Belongs to a minority (EECO15).' })
  @Fact
  minority: EntryAnswer = EntryAnswer.UNKNOWN;

  @Enum({ items: () => EntryAnswer, type: 'string', columnType: 'text' })
  @Field(() => EntryAnswer, { description: 'Is homeless or excluded from housing (EECO16).' })
  @Fact
  homeless: EntryAnswer = EntryAnswer.UNKNOWN;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Since when employed in a manufactory.' })
  @Fact
  employedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  @Fact
  leftOn: string | null = null;

  @Enum({ items: () => LeavingReason, type: 'string', columnType: 'text', nullable: true })
  @Field(() => LeavingReason, { nullable: true })
  @Fact
  leavingReason: LeavingReason | null = null;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [LeavingResult])
  @Fact
  leavingResults: LeavingResult[] = [];

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'When the results of leaving were observed.' })
  @Fact
  resultsOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  @Fact
  followedUpOn: string | null = null;

  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [FollowUpResult])
  @Fact
  followUpResults: FollowUpResult[] = [];

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which papers about the person are kept; known when the person has left.',
  })
  @Fact
  retainUntil: string | null = null;

  @Field(() => SupportCentre, { nullable: true, description: 'The centre that accompanies the person.' })
  @Fact
  override supportCentre(@Ctx() context: Context): Promise<SupportCentre | null> {
    return super.supportCentre(context);
  }

  @Field(() => Territory, { nullable: true })
  @Fact
  override get territory(): Territory {
    return super.territory;
  }

  /** Moves on where the act leads from one point to the next; an act that is possible later, too, changes nothing then. */
  advance(act: string, from: JourneyStatus, to: JourneyStatus, also: readonly JourneyStatus[] = []): void {
    assertPoint(this, act, [from, ...also]);
    if (this.status === from) this.status = to;
  }

  employ(on: string | null | undefined): void {
    this.advance('employed', JourneyStatus.IN_TRAINING, JourneyStatus.EMPLOYED_PROTECTED);
    this.employedOn = this.dayOf('employed', on);
    this.assertValid();
  }

  leave({ on, reason, results, resultsOn }: Leaving): void {
    assertPoint(this, 'recorded as having left', ACCOMPANIED);
    this.status = JourneyStatus.LEFT;
    this.leftOn = on;
    this.retainUntil = retainedUntil(on);
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
    assertPoint(this, act, ACCOMPANIED);
  }

  /** The day on which something was done with the person; throws INVALID for one to come, or before the referral. */
  dayOf(act: string, on: string | null | undefined): string {
    const day = happenedOn(on);
    if (day >= this.referredOn) return day;
    throw new Invalid(`Nobody is ${act} before the referral: take a later day.`, { field: 'on' });
  }

  override assertValid(): void {
    const yearOfReferral = Number(this.referredOn.slice(0, 4));
    if (this.birthYear < yearOfReferral - 120 || this.birthYear > yearOfReferral) {
      throw new Invalid('Nobody is born after the referral, or more than 120 years before it.', { field: 'birthYear' });
    }
    if (this.iscedLevel !== null && !(this.iscedLevel >= 0 && this.iscedLevel <= 8)) {
      throw new Invalid('ISCED 2011 has the levels 0 to 8.', { field: 'iscedLevel' });
    }
    if (this.leftOn !== null && this.employedOn !== null && this.leftOn < this.employedOn) {
      throw new Invalid('Nobody leaves before the employment: see `employedOn`.', { field: 'on' });
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
