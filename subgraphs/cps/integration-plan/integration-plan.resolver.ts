import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { Invalid } from '../../../shared/errors/domain-error.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { JourneyStatus } from '../beneficiary/journey.ts';
import { CaseWork, OfCase } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { IntegrationPlan, PlanGoal, PlanStep, PlanStepKind } from './integration-plan.ts';

const MOST_STEPS = 20;

@InputType()
export class PlanStepInput {
  @Field(() => PlanStepKind)
  kind: PlanStepKind;

  @Field(() => GraphQLLocalDate)
  dueOn: string;
}

@InputType({ description: "The id and version are the beneficiary's." })
export class AgreePlanInput extends EditOnDayInput {
  @Field(() => [PlanGoal])
  goals: PlanGoal[];

  @Field(() => [PlanStepInput], { description: 'One to twenty.' })
  steps: PlanStepInput[];
}

@Resolver(() => IntegrationPlan)
export class IntegrationPlanResolver {
  @OfCase
  @FieldResolver(() => [PlanStep], { description: 'Up to twenty, by the day on which they are due.' })
  steps(@Root() { uuid }: IntegrationPlan, @Ctx() { loaders }: Context) {
    return loaders.stepsByPlan.load(uuid);
  }

  @CaseWork
  @Mutation(() => Beneficiary, { description: 'Agrees on a plan; a later one takes its place.' })
  agreePlan(@Arg('input', () => AgreePlanInput) input: AgreePlanInput, @Ctx() context: Context): Promise<Beneficiary> {
    return write(context, Beneficiary, 'agreePlan', input, async (em) => {
      const person = await findRowToEdit(em, Beneficiary, input);
      const { PLANNED, IN_TRAINING, EMPLOYED_PROTECTED } = JourneyStatus;
      person.advance('given a plan', JourneyStatus.ASSESSED, PLANNED, [PLANNED, IN_TRAINING, EMPLOYED_PROTECTED]);
      const agreedOn = person.dayOf('given a plan', input.on);
      const plan = Object.assign(new IntegrationPlan(), { goals: input.goals, agreedOn });
      plan.belongTo(person);
      em.persist([plan, ...stepsOf(plan, person, input.steps)]);
      return person;
    });
  }
}

function stepsOf(plan: IntegrationPlan, person: Beneficiary, steps: PlanStepInput[]): PlanStep[] {
  if (steps.length < 1 || steps.length > MOST_STEPS) {
    throw new Invalid(`A plan has 1 to ${MOST_STEPS} steps; got ${steps.length}.`, {
      field: 'steps',
      limit: MOST_STEPS,
    });
  }
  return steps.map(({ kind, dueOn }) => {
    if (dueOn < plan.agreedOn) {
      throw new Invalid('A step cannot be due before the plan is agreed.', { field: 'steps' });
    }
    const step = Object.assign(new PlanStep(), { integrationPlanId: plan.uuid, kind, dueOn });
    step.belongTo(person);
    return step;
  });
}
