import { Entity, Enum, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { PersonalRow } from '../beneficiary/personal-row.ts';
import { OfCase } from '../beneficiary/purposes.ts';

export enum PlanGoal {
  OWN_IDEA = 'OWN_IDEA',
  TRADE = 'TRADE',
  EMPLOYMENT = 'EMPLOYMENT',
  SELF_EMPLOYMENT = 'SELF_EMPLOYMENT',
  EDUCATION = 'EDUCATION',
  SELF_RELIANCE = 'SELF_RELIANCE',
}
registerEnumType(PlanGoal, { name: 'PlanGoal' });

export enum PlanStepKind {
  ADVICE = 'ADVICE',
  THERAPY = 'THERAPY',
  TUTORING = 'TUTORING',
  TRAINING = 'TRAINING',
  TRIAL_WORK = 'TRIAL_WORK',
  EMPLOYMENT = 'EMPLOYMENT',
}
registerEnumType(PlanStepKind, { name: 'PlanStepKind' });

@Entity()
@ObjectType({
  description: 'What a beneficiary and a centre agreed on (indywidualny plan integracji): codes and days.',
})
@OfCase
export class IntegrationPlan extends PersonalRow {
  @Property({ type: 'array', columnType: 'text[]' })
  @Field(() => [PlanGoal])
  @OfCase
  goals: PlanGoal[];

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate)
  @OfCase
  agreedOn: string;

  override assertValid(): void {
    if (this.goals.length > 0 && new Set(this.goals).size === this.goals.length) return;
    throw new Invalid('A plan names at least one goal, and each of them once.', { field: 'goals' });
  }
}

@Entity()
@ObjectType({ description: 'A step of a plan.' })
@OfCase
export class PlanStep extends PersonalRow {
  @ManyToOne(() => IntegrationPlan, { mapToPk: true, fieldName: 'integration_plan_id' })
  integrationPlanId: string;

  @Enum({ items: () => PlanStepKind, type: 'string', columnType: 'text' })
  @Field(() => PlanStepKind)
  @OfCase
  kind: PlanStepKind;

  @Property({ type: 'date' })
  @Field(() => GraphQLLocalDate, { description: 'The day by which it is to be done.' })
  @OfCase
  dueOn: string;
}
