import { Arg, Ctx, Field, InputType, Mutation, Resolver } from 'type-graphql';
import { findRowToEdit } from '../../../shared/write/find-row.ts';
import { write } from '../../../shared/write/write.ts';
import { Beneficiary } from '../beneficiary/beneficiary.ts';
import { JourneyStatus } from '../beneficiary/journey.ts';
import { CaseWork } from '../beneficiary/purposes.ts';
import type { Context } from '../context.ts';
import { EditOnDayInput } from '../support-centre/centre-inputs.ts';
import { PotentialAssessment, Strength } from './potential-assessment.ts';

@InputType({ description: "The id and version are the beneficiary's." })
export class AssessPotentialInput extends EditOnDayInput {
  @Field(() => String, { description: 'What the person would love to live by: up to 200 characters that name nobody.' })
  passion: string;

  @Field(() => [Strength])
  strengths: Strength[];
}

@Resolver()
export class PotentialAssessmentMutations {
  @CaseWork
  @Mutation(() => Beneficiary, { description: "Recognises somebody's potential, once." })
  assessPotential(
    @Arg('input', () => AssessPotentialInput) input: AssessPotentialInput,
    @Ctx() context: Context,
  ): Promise<Beneficiary> {
    return write(context, Beneficiary, 'assessPotential', input, async (em) => {
      const person = await findRowToEdit(em, Beneficiary, input);
      person.advance('assessed', JourneyStatus.REFERRED, JourneyStatus.ASSESSED);
      const { passion, strengths } = input;
      const assessment = Object.assign(new PotentialAssessment(), {
        passion,
        strengths,
        assessedOn: person.dayOf('assessed', input.on),
      });
      assessment.belongTo(person);
      em.persist(assessment);
      return person;
    });
  }
}
