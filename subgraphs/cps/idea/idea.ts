import { Entity, Enum, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { Node } from '../../../shared/node/node.ts';
import { assertStatus } from '../status.ts';
import { CentreRow } from '../support-centre/centre-row.ts';
import { Territory } from '../territory/territory.stub.ts';

export enum IdeaStatus {
  SUBMITTED = 'SUBMITTED',
  VERIFIED = 'VERIFIED',
  REJECTED = 'REJECTED',
}
registerEnumType(IdeaStatus, {
  name: 'IdeaStatus',
  description: 'An idea is submitted, then verified or rejected by the CPS.',
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'What somebody would love to do for a living, to be checked against social need and the local market.',
})
@Directive('@key(fields: "id")')
export class Idea extends CentreRow {
  @Property({ type: 'text' })
  @Field(() => String)
  title: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The need of the community that it answers.' })
  need: string;

  @Enum({ items: () => IdeaStatus, type: 'string', columnType: 'text' })
  @Field(() => IdeaStatus)
  status: IdeaStatus = IdeaStatus.SUBMITTED;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  submittedOn: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true })
  verifiedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Some registers do not know the day.' })
  rejectedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' })
  rejectionReason: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the CPS found when it held it against social need.' })
  needAssessment: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the CPS found when it held it against the local market.' })
  marketAssessment: string | null = null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was verified or rejected.' })
  get decidedOn(): string | null {
    return this.verifiedOn ?? this.rejectedOn;
  }

  @Field(() => Territory, { nullable: true, description: 'The place whose need it answers.' })
  override get territory(): Territory {
    return { code: this.territoryCode };
  }

  verify(assessment: { need: string; market: string }, on: string): void {
    assertUndecided(this, 'verified');
    this.status = IdeaStatus.VERIFIED;
    this.verifiedOn = on;
    this.needAssessment = assessment.need;
    this.marketAssessment = assessment.market;
    if (!assessment.need.trim()) throw unassessed('needAssessment', 'social need');
    if (!assessment.market.trim()) throw unassessed('marketAssessment', 'the local market');
    this.assertValid();
  }

  reject(reason: string, on: string): void {
    assertUndecided(this, 'rejected');
    this.status = IdeaStatus.REJECTED;
    this.rejectedOn = on;
    this.rejectionReason = reason;
    this.assertValid();
  }

  override assertValid(): void {
    const { status, verifiedOn, rejectedOn, rejectionReason } = this;
    if (!this.title.trim()) throw new Invalid('An idea needs a title.', { field: 'title' });
    if (!this.need.trim()) throw new Invalid('An idea needs a need that it answers.', { field: 'need' });
    if ((status === IdeaStatus.VERIFIED) !== (verifiedOn !== null)) {
      throw new Invalid('An idea has a day of verification if, and only if, it is VERIFIED.', { field: 'verified_on' });
    }
    assertNotBefore(this, 'verified', verifiedOn);
    if (rejectedOn !== null && status !== IdeaStatus.REJECTED) {
      throw new Invalid('An idea has a day of rejection only where it is REJECTED.', { field: 'rejected_on' });
    }
    assertNotBefore(this, 'rejected', rejectedOn);
    if ((status === IdeaStatus.REJECTED) !== Boolean(rejectionReason?.trim())) {
      throw new Invalid('An idea has a reason for rejection if, and only if, it is REJECTED.', {
        field: 'rejection_reason',
      });
    }
    if (status === IdeaStatus.SUBMITTED && (this.needAssessment ?? this.marketAssessment) !== null) {
      throw new Invalid('An idea is assessed when it is decided on, not while it is SUBMITTED.', {
        field: this.needAssessment === null ? 'market_assessment' : 'need_assessment',
      });
    }
  }
}

const assertUndecided = (idea: Idea, act: string): void =>
  assertStatus(idea, `The idea "${idea.title}"`, act, [IdeaStatus.SUBMITTED]);

function assertNotBefore({ submittedOn }: Idea, decided: 'verified' | 'rejected', on: string | null): void {
  if (on === null || on >= submittedOn) return;
  throw new Invalid(`An idea cannot be ${decided} (${on}) before it is submitted (${submittedOn}).`, {
    field: `${decided}_on`,
  });
}

const unassessed = (field: string, against: string): Invalid =>
  new Invalid(`An idea is verified against ${against}: say in \`${field}\` what was found.`, { field });
