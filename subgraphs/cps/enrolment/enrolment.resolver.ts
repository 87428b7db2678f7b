import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import { DomainError } from '../../../shared/errors/domain-error.ts';
import { toGlobalId } from '../../../shared/global-id/global-id.ts';
import { Decimal } from '../../../shared/scalar/decimal.ts';
import { happenedOn } from '../../../shared/write/day.ts';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { findOwn } from '../../../shared/write/named-row.ts';
import { write } from '../../../shared/write/write.ts';
import { NewInput } from '../../../shared/write/write-inputs.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { JourneyStatus } from '../beneficiary/journey.ts';
import { CaseWork, OfCase } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { hoursOf } from '../hours.ts';
import { EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { Training } from '../training/training.ts';
import { Enrolment, EnrolmentStatus } from './enrolment.ts';

@InputType()
export class EnrolBeneficiaryInput extends NewInput {
  @Field(() => ID)
  beneficiaryId: string;

  @Field(() => ID)
  trainingId: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day; today in UTC where it is left out.' })
  on?: string | null;
}

@InputType()
export class CompleteEnrolmentInput extends EditOnDayInput {
  @Field(() => Decimal, { description: 'The hours that the person took part, to the quarter: "7.5".' })
  hours: string;
}

@Resolver(() => Enrolment)
export class EnrolmentResolver {
  @OfCase
  @FieldResolver(() => Training, { nullable: true })
  training(@Root() { trainingId }: Enrolment, @Ctx() { loaders }: Context) {
    return loaders.trainingById.load(toGlobalId('Training', trainingId));
  }

  @CaseWork
  @Mutation(() => Enrolment, { description: 'Lets somebody with a plan take part in a training that is not over.' })
  enrolBeneficiary(
    @Arg('input', () => EnrolBeneficiaryInput) input: EnrolBeneficiaryInput,
    @Ctx() context: Context,
  ): Promise<Enrolment> {
    return write(context, Enrolment, 'enrolBeneficiary', input, async (em) => {
      const person = await findOwn(em, Beneficiary, 'beneficiaryId', input.beneficiaryId);
      const training = await findOwn(em, Training, 'trainingId', input.trainingId);
      for (const row of [person, training]) await em.refresh(row, { lockMode: LockMode.PESSIMISTIC_WRITE });
      training.assertTakesPeople();
      await refuseTwice(em, person, training);
      const { PLANNED, IN_TRAINING, EMPLOYED_PROTECTED } = JourneyStatus;
      person.advance('enrolled', PLANNED, IN_TRAINING, [IN_TRAINING, EMPLOYED_PROTECTED]);
      const enrolledOn = person.dayOf('enrolled', input.on);
      const enrolment = Object.assign(new Enrolment(), { trainingId: training.uuid, enrolledOn });
      enrolment.belongTo(person);
      return enrolment;
    });
  }

  @CaseWork
  @Mutation(() => Enrolment)
  completeEnrolment(
    @Arg('input', () => CompleteEnrolmentInput) input: CompleteEnrolmentInput,
    @Ctx() context: Context,
  ): Promise<Enrolment> {
    return write(context, Enrolment, 'completeEnrolment', input, async (em) => {
      const enrolment = await findRowToEdit(em, Enrolment, input);
      enrolment.end(EnrolmentStatus.COMPLETED, happenedOn(input.on), hoursOf(input.hours));
      return enrolment;
    });
  }
}

/** In words of its own: the database would name the row. */
async function refuseTwice(em: EntityManager, person: Beneficiary, training: Training): Promise<void> {
  const enrolment = await em.findOne(Enrolment, { beneficiaryId: person.uuid, trainingId: training.uuid });
  if (!enrolment) return;
  throw new DomainError('CONFLICT', 'Nobody is enrolled twice in one training: see `enrolments`.', {
    id: enrolment.id,
  });
}
