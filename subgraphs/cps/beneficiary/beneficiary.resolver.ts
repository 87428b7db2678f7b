import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import type { Context } from '../context.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { IntegrationPlan } from '../integration-plan/integration-plan.ts';
import { PotentialAssessment } from '../potential-assessment/potential-assessment.ts';
import { SupportHours } from '../support-session/support-hours.ts';
import { SupportSession } from '../support-session/support-session.ts';
import { Beneficiary } from './beneficiary.ts';

const FIRST = { defaultValue: 20, description: 'How many at the most, up to 100.' };

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @Query(() => Beneficiary, { nullable: true, description: 'One person; nobody can list or count them.' })
  beneficiary(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.beneficiaryById.load(id);
  }

  @FieldResolver(() => PotentialAssessment, { nullable: true })
  potentialAssessment(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.assessmentByBeneficiary.load(uuid);
  }

  @FieldResolver(() => IntegrationPlan, { nullable: true, description: 'The latest plan that was agreed.' })
  plan(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.planByBeneficiary.load(uuid);
  }

  @FieldResolver(() => [Enrolment], { description: 'The trainings that the person took up, the newest first.' })
  async enrolments(
    @Root() { uuid }: Beneficiary,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() { loaders }: Context,
  ) {
    return (await loaders.enrolmentsByBeneficiary({ first }).load(uuid)).rows;
  }

  @FieldResolver(() => [SupportSession], { description: 'The newest first.' })
  async supportSessions(
    @Root() { uuid }: Beneficiary,
    @Arg('first', () => Int, FIRST) first: number,
    @Ctx() { loaders }: Context,
  ) {
    return (await loaders.sessionsByBeneficiary({ first }).load(uuid)).rows;
  }

  @FieldResolver(() => Decimal, { description: 'The hours of training that the person took part in.' })
  trainingHours(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.trainingHoursByBeneficiary.load(uuid);
  }

  @FieldResolver(() => [SupportHours], { description: 'The hours of support by kind, those alone that there were.' })
  supportHours(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.supportHoursByBeneficiary.load(uuid);
  }
}

export const resolveBeneficiary = (
  { id, hostPseudonym }: { id?: string; hostPseudonym?: string },
  { loaders }: Context,
) => (id === undefined ? loaders.beneficiaryByPseudonym.load(hostPseudonym ?? '') : loaders.beneficiaryById.load(id));
