import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PartArguments } from '../../../shared/connection/parts-by-key.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import type { Context } from '../context.ts';
import { Enrolment } from '../enrolment/enrolment.ts';
import { IntegrationPlan } from '../integration-plan/integration-plan.ts';
import { PotentialAssessment } from '../potential-assessment/potential-assessment.ts';
import { SupportHours } from '../support-session/support-hours.ts';
import { SupportSession } from '../support-session/support-session.ts';
import { Beneficiary } from './beneficiary.ts';
import { Fact, OfCase, Person } from './purposes.ts';

@Resolver(() => Beneficiary)
export class BeneficiaryResolver {
  @Person
  @Query(() => Beneficiary, {
    nullable: true,
    description:
      'One person, by the id that `referBeneficiary` gave and the Centre keeps in its case file; nobody can list, search or count people.',
  })
  beneficiary(@Arg('id', () => ID) id: string, @Ctx() { loaders }: Context) {
    return loaders.beneficiaryById.load(id);
  }

  @OfCase
  @FieldResolver(() => ID, {
    nullable: true,
    description: 'The Centre tells it the parent institution that gives the person work, and nobody else.',
  })
  async pseudonymForHosts(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return (await loaders.keyByBeneficiary.load(uuid))?.hostPseudonym ?? null;
  }

  @OfCase
  @FieldResolver(() => PotentialAssessment, { nullable: true })
  potentialAssessment(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.assessmentByBeneficiary.load(uuid);
  }

  @OfCase
  @FieldResolver(() => IntegrationPlan, { nullable: true, description: 'The latest plan that was agreed.' })
  plan(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.planByBeneficiary.load(uuid);
  }

  @OfCase
  @FieldResolver(() => [IntegrationPlan], { nullable: true, description: 'All that were agreed, the newest first.' })
  plans(@Root() { uuid }: Beneficiary, @Args(() => PartArguments) part: PartArguments, @Ctx() { loaders }: Context) {
    return loaders.plansByBeneficiary(part).load(uuid);
  }

  @OfCase
  @FieldResolver(() => [Enrolment], {
    nullable: true,
    description: 'The trainings that the person took up, the newest first.',
  })
  enrolments(
    @Root() { uuid }: Beneficiary,
    @Args(() => PartArguments) part: PartArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.enrolmentsByBeneficiary(part).load(uuid);
  }

  @OfCase
  @FieldResolver(() => [SupportSession], { nullable: true, description: 'The newest first.' })
  supportSessions(
    @Root() { uuid }: Beneficiary,
    @Args(() => PartArguments) part: PartArguments,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.sessionsByBeneficiary(part).load(uuid);
  }

  @Fact
  @FieldResolver(() => Decimal, { description: 'The hours of training that the person took part in.' })
  trainingHours(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.trainingHoursByBeneficiary.load(uuid);
  }

  @Fact
  @FieldResolver(() => [SupportHours], { description: 'The hours of support by kind, those alone that there were.' })
  supportHours(@Root() { uuid }: Beneficiary, @Ctx() { loaders }: Context) {
    return loaders.supportHoursByBeneficiary.load(uuid);
  }
}

export const resolveBeneficiary = (
  { id, hostPseudonym }: { id?: string; hostPseudonym?: string },
  { loaders }: Context,
) => (id === undefined ? loaders.beneficiaryByPseudonym.load(hostPseudonym ?? '') : loaders.beneficiaryById.load(id));
